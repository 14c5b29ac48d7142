package shapes

import "testing"

func TestA(t *testing.T) {
	a, b := &T[int]{}, &T[string]{}
	a.Get(5)
	b.Get(1)
	b.Get(2)
	Loops(4)
	Lits(func(x int) int { return x })
	Sel(make(chan int, 1))
	Empty2()
}
