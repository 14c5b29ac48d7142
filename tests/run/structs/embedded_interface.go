package main

import "fmt"

type shape interface {
	area() int
	name() string
}

type square struct{ side int }

func (s square) area() int    { return s.side * s.side }
func (s square) name() string { return "square" }

type loud struct {
	shape
	volume int
}

func (l loud) name() string { return "LOUD " + l.shape.name() }

func main() {
	l := loud{square{3}, 11}
	fmt.Println(l.area(), l.name(), l.volume)
	var s shape = l
	fmt.Println(s.area(), s.name())
	l.shape = square{5}
	fmt.Println(s.area(), l.area())
	s = loud{shape: l}
	fmt.Println(s.name(), s.area())
	defer func() { fmt.Println("recovered:", recover()) }()
	fmt.Println(loud{}.area())
}

// Output:
// 9 LOUD square 11
// 9 LOUD square
// 9 25
// LOUD LOUD square 25
// recovered: runtime error: invalid memory address or nil pointer dereference
