package main

import (
	"fmt"
	"math/big"
)

// Gibbons's spigot: the digits of pi come one after the other from a state of four whole numbers.
type spigot struct {
	q, r, t *big.Int
	k       int64
}

func newSpigot() *spigot {
	return &spigot{big.NewInt(1), new(big.Int), big.NewInt(1), 1}
}

func (s *spigot) extract(n int64) int64 {
	above := new(big.Int).Mul(s.q, big.NewInt(n))
	return above.Add(above, s.r).Quo(above, s.t).Int64()
}

func (s *spigot) consume() {
	odd := big.NewInt(2*s.k + 1)
	s.r.Add(s.r, new(big.Int).Lsh(s.q, 1)).Mul(s.r, odd)
	s.t.Mul(s.t, odd)
	s.q.Mul(s.q, big.NewInt(s.k))
	s.k++
}

func (s *spigot) produce(d int64) {
	s.r.Sub(s.r, new(big.Int).Mul(s.t, big.NewInt(d)))
	ten := big.NewInt(10)
	s.r.Mul(s.r, ten)
	s.q.Mul(s.q, ten)
}

func (s *spigot) next() int64 {
	for {
		if d := s.extract(3); s.q.Cmp(s.r) <= 0 && d == s.extract(4) {
			s.produce(d)
			return d
		}
		s.consume()
	}
}

func main() {
	s := newSpigot()
	line := ""
	for i := 1; i <= 200; i++ {
		line += fmt.Sprint(s.next())
		if i%50 == 0 {
			fmt.Printf("%s %5d\n", line, i)
			line = ""
		}
	}
	fmt.Println(s.q.BitLen(), s.r.BitLen(), s.t.BitLen())
}

// Output:
// 31415926535897932384626433832795028841971693993751    50
// 05820974944592307816406286208998628034825342117067   100
// 98214808651328230664709384460955058223172535940812   150
// 84811174502841027019385211055596446229489549303819   200
// 5872 5874 5870
