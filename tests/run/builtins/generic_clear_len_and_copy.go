package main

import "fmt"

func reset[S []string | map[int]bool](s S) { clear(s) }

func size[T ~string | ~[]int](x T) int { return len(x) }

func last[S ~[]E, E any](s S) (e E, ok bool) {
	if len(s) == 0 {
		return
	}
	return s[len(s)-1], true
}

func dup[S ~[]E, E any](s S) S { return append(S(nil), s...) }

func chunk[S ~[]E, E any](s S, n int) (out []S) {
	for len(s) > n {
		out, s = append(out, s[:n:n]), s[n:]
	}
	return append(out, s)
}

type bytes []byte

func main() {
	s := []string{"a", "b"}
	reset(s)
	m := map[int]bool{1: true}
	reset(m)
	fmt.Printf("%q %v\n", s, m)
	fmt.Println(size("abc"), size([]int{1}))
	fmt.Println(last([]int{1, 2}))
	fmt.Println(last(bytes(nil)))
	b := bytes("text")
	c := dup(b)
	copy(c[1:], "EX")
	c = append(c, "more"...)
	fmt.Printf("%s %s %T\n", b, c, c)
	fmt.Println(chunk([]int{1, 2, 3, 4, 5}, 2), len(chunk(b, 10)))
	fmt.Println(min(3, 2.5, 9), max("x", "yy"), min(int8(3), 5))
	n := copy(b, b[2:])
	fmt.Println(n, string(b))
}

// Output:
// ["" ""] map[]
// 3 1
// 2 true
// 0 false
// text tEXtmore main.bytes
// [[1 2] [3 4] [5]] 1
// 2.5 yy 3
// 2 xtxt
