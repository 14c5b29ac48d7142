package main

import (
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
)

func main() {
	r := rand.New(rand.NewSource(42))
	fmt.Println(r.Intn(100), r.Intn(100), r.Int63(), r.Uint32(), r.Int31n(10))
	fmt.Println(r.Float64(), r.Perm(5))
	s := []int{1, 2, 3, 4, 5}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s)
	p := randv2.New(randv2.NewPCG(1, 2))
	fmt.Println(p.IntN(100), p.Uint64(), p.Float64(), p.Perm(4))
	c := randv2.New(randv2.NewChaCha8([32]byte{1, 2, 3}))
	fmt.Println(c.Uint64(), c.IntN(10), c.Int32N(5), c.NormFloat64())
}

// Output:
// 5 87 5571782338101878760 896869500 3
// 0.38319329992238566 [1 0 2 3 4]
// [3 4 1 5 2]
// 76 11371241257079532652 0.5085473976760264 [1 3 0 2]
// 18307998996574457915 6 0 -1.187363595424974
