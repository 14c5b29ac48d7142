package main

import "fmt"

type bytesLike interface{ ~[]byte | ~string }

func count[T bytesLike](s T, b byte) (n int) {
	for i := 0; i < len(s); i++ {
		if s[i] == b {
			n++
		}
	}
	return
}

type integer interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16
}

func wrap[T integer](x T, n int) T {
	for range n {
		x = x*2 + 1
	}
	return x
}

func convert[To, From integer | ~float64](xs ...From) (out []To) {
	for _, x := range xs {
		out = append(out, To(x))
	}
	return
}

func sendAll[C ~chan E, E any](c C, es ...E) C {
	for _, e := range es {
		c <- e
	}
	close(c)
	return c
}

func fill[S ~[]E, E any](n int, e E) S {
	s := make(S, n)
	for i := range s {
		s[i] = e
	}
	return s
}

func invert[M ~map[K]V, K, V comparable](m M) map[V]K {
	out := map[V]K{}
	for k, v := range m {
		out[v] = k
	}
	return out
}

type names []string
type id int16

func main() {
	fmt.Println(count("banana", 'a'), count([]byte("xax"), 'x'))
	fmt.Println(wrap(int8(1), 10), wrap(uint8(1), 10), wrap(id(1), 20))
	fmt.Println(convert[uint8](1.9, 255, 3), convert[float64](id(3)), convert[int8, int16](300))
	for v := range sendAll(make(chan string, 3), "a", "b") {
		fmt.Print(v, " ")
	}
	fmt.Printf("%T %v\n", fill[names](2, "n"), fill[names](2, "n"))
	fmt.Println(invert(map[string]int{"one": 1, "two": 2}))
}

// Output:
// 3 2
// -1 255 -1
// [1 255 3] [3] [44]
// a b main.names [n n]
// map[1:one 2:two]
