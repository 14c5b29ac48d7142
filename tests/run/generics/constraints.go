package main

import "fmt"

type number interface {
	~int | ~int8 | ~int64 | ~float64
}

type stringish interface{ ~string | ~[]byte }

type meters float64

func (m meters) String() string { return fmt.Sprintf("%.1fm", float64(m)) }

type stringerNumber interface {
	number
	fmt.Stringer
}

func sum[T number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

func describe[T stringerNumber](x T) string { return x.String() + "*2=" + (x * 2).String() }

func length[S stringish](s S) int { return len(s) }

func index[T comparable](xs []T, x T) int {
	for i, v := range xs {
		if v == x {
			return i
		}
	}
	return -1
}

func setter[T any, P interface {
	*T
	set(int)
}](n int) T {
	var t T
	P(&t).set(n)
	return t
}

type box struct{ n int }

func (b *box) set(n int) { b.n = n }

func main() {
	fmt.Println(sum(1, 2, 3), sum(1.5, 2), sum[int8](100, 100), sum(meters(1), 2.5))
	fmt.Println(describe(meters(4)))
	fmt.Println(length("abc"), length([]byte{1}))
	fmt.Println(index([]string{"a", "b"}, "b"), index([]any{1, "x", nil}, nil), index([]box{{1}}, box{2}))
	fmt.Println(setter[box](42))
}

// Output:
// 6 3.5 -56 3.5m
// 4.0m*2=8.0m
// 3 1
// 1 2 -1
// {42}
