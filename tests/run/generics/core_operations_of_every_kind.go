package main

import "fmt"

// What a common underlying type allows: indexing, slicing, ranging, calling, sending, making, converting, comparing.

type ints interface{ ~[]int }
type text interface{ ~string | ~[]byte }
type index interface{ ~int | ~uint8 }
type meters []int
type id string
type handler func(int, ...string) (string, error)
type queue chan int
type dict map[id]int

func at[S ~[]E, E any, I index](s S, i I) E { return s[i] }

func total[S ints](s S) (n int) {
	for i := range s {
		n += s[i] * (i + 1)
	}
	return n + len(s)*100
}

func cut[T text](t T, n int) (T, T) { return t[:n], t[n:] }

func bytesOf[T text](t T) (out []byte) {
	for i := range len(t) {
		out = append(out, t[i])
	}
	return append(out, t...)
}

func joined[T text](a, b T) string { return string(a) + string(b) }

func call[F ~func(A, ...B) (C, error), A, B, C any](f F, a A, bs ...B) C {
	c, err := f(a, bs...)
	if err != nil {
		panic(err)
	}
	return c
}

func pump[C ~chan E, E any](n int, vs ...E) (out []E) {
	c := make(C, n)
	go func() {
		defer close(c)
		for _, v := range vs {
			c <- v
		}
	}()
	for v := range c {
		out = append(out, v)
	}
	return
}

func count[M ~map[K]V, K comparable, V ~int](ks ...K) M {
	m := make(M, len(ks))
	for _, k := range ks {
		m[k]++
	}
	delete(m, *new(K))
	return m
}

func deref[P *E, E any](p P) E { return *p }

func field[P interface{ *[2]int }](p P) int { return p[0]*10 + p[1] }

func grow[S ~[]E, E any](s S, n int, v E) S {
	s = append(s[:len(s):len(s)], make(S, n)...)
	for i := len(s) - n; i < len(s); i++ {
		s[i] = v
	}
	clear(s[:1])
	return s
}

func lit[S ~[]E, E any](a, b E) S          { return S{0: a, 3: b} }
func litMap[M ~map[string]V, V any](v V) M { return M{"k": v, "l": v} }

func conv[To, From ~int | ~float64 | ~uint8](f From) To { return To(f) }

func shift[T ~int8 | ~uint16 | ~int64](v T, n uint) (T, T) { return v << n, v >> n }

func iterate[F ~func(yield func(T) bool), T any](f F) (n int) {
	for range f {
		n++
	}
	return
}

func times[N ~int | ~uint8](n N) (out []N) {
	for i := N(0); i < n; i++ {
		out = append(out, i)
	}
	return
}

type small uint8
type counter func(yield func(string) bool)

func main() {
	fmt.Println(at(meters{1, 2, 3}, uint8(2)), at([]string{"a", "b"}, 1), at([]any{nil, 'x'}, small(1)))
	fmt.Println(total([]int{1, 2}), total(meters{3, 0, 0, 1}), total(meters(nil)))
	a, b := cut(id("hello"), 2)
	fmt.Printf("%T %s %s\n", a, a, b)
	fmt.Println(string(bytesOf(id("ab"))), string(bytesOf([]byte("cd"))), joined([]byte("x"), []byte("y")))
	fmt.Println(call(handler(func(n int, s ...string) (string, error) { return fmt.Sprint(n, len(s), s), nil }), 4, "p", "q"))
	fmt.Println(pump[queue](0, 1, 2, 3), pump[chan []string](2, []string{"x"}))
	fmt.Println(count[dict]("b", "a", "b", ""), count[map[bool]int](true, true))
	n := 7
	fmt.Println(deref(&n), field(&[2]int{4, 2}))
	m := meters{9, 9, 9}
	fmt.Println(grow(m, 2, 5), m)
	fmt.Printf("%T %v\n", lit[meters](1, 2), lit[meters](1, 2))
	fmt.Println(litMap[map[string]float64](1.5), lit[[]error](nil, nil))
	fmt.Println(conv[uint8](300), conv[int](2.99), conv[float64](small(7)), conv[small](-1.0+2))
	fmt.Println(shift(int8(100), 1))
	fmt.Println(shift(uint16(0xFFFF), 4))
	fmt.Println(iterate(counter(func(yield func(string) bool) { _ = yield("a") && yield("b") })))
	fmt.Println(times(small(3)), times(2))
}

// Output:
// 3 b 120
// 205 407 0
// main.id he llo
// abab cdcd xy
// 4 2 [p q]
// [1 2 3] [[x]]
// map[a:1 b:2] map[true:2]
// 7 42
// [0 9 9 5 5] [9 9 9]
// main.meters [1 0 0 2]
// map[k:1.5 l:1.5] [<nil> <nil> <nil> <nil>]
// 44 2 7 1
// -56 50
// 65520 4095
// 2
// [0 1 2] [0 1]
