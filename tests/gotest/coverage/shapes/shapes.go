// Package shapes has code of all shapes, to be cut.
package shapes

import "fmt"

type T[E any] struct{ v E }

// Get gets.
func (t *T[E]) Get(x int) E {
	if x > 3 {
		fmt.Print()
	} else if x > 1 {
		x--
	} else {
		x++
	}

	// a comment

	x += 2
	switch x {
	case 1, 2:
	case 3:
		x++
	default:
		x--

		x--
	}
	return t.v
}

func Empty() {}

func Empty2() {
}

func Loops(n int) (s int) {
	for i := 0; i < n; i++ { s += i }
outer:
	for range n {
		for j := range n {
			if j == 2 {
				continue outer
			}
			s++
		}
	}
	i := 0
again:
	i++
	if i < 3 {
		goto again
	}
	{
		s++
	}
	for {
		break
	}
	return
}

func Lits(f func(int) int) int {
	g := func(x int) int {
		return x * 2
	}
	defer func() {
		if r := recover(); r != nil {
			fmt.Print()
		}
	}()
	h := map[string]func(){"a": func() {}, "b": func() { fmt.Print() }}
	h["a"]()
	if v := func() int { return 1 }(); v > 0 {
		return g(f(v))
	}
	panic("no")
	return 0
}

var V = func() int { return 3 }()

func Sel(c chan int) {
	select {
	case v := <-c:
		_ = v
	case c <- 1:
	default:
	}
	select {
	default:
	}
	var i any = 1
	switch i := i.(type) {
	case int:
		_ = i
	case string:
	}
	switch {
	}
	x := `a

b`
	_ = x
	if x == "" {
		return
	} else {
	}
	const (
		a = 1

		b = 2
	)
	defer func() {
	}()
}

func _() { fmt.Println() }

func Unused[T any](a T) T {
	fmt.Println("x",

		"y")

	return a
}
