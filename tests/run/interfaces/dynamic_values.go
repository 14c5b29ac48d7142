package main

import "fmt"

type shape interface {
	area() float64
}

type named interface {
	shape
	fmt.Stringer
}

type rect struct{ w, h float64 }
type circle float64

func (r rect) area() float64     { return r.w * r.h }
func (r rect) String() string    { return fmt.Sprintf("%gx%g", r.w, r.h) }
func (c *circle) area() float64  { return 3 * float64(*c) * float64(*c) }
func (c *circle) String() string { return "circle" }

func main() {
	c := circle(2)
	shapes := []shape{rect{2, 3}, &rect{1, 1}, &c}
	for _, s := range shapes {
		n, ok := s.(named)
		fmt.Printf("%T %v %v %v\n", s, s.area(), ok, n)
	}
	c = 3
	fmt.Println(shapes[2].area())
	var s shape
	fmt.Println(s == nil)
	var p *circle
	s = p
	fmt.Println(s == nil, s.(*circle) == nil)
	r := rect{4, 4}
	s = r
	r.w = 100
	fmt.Println(s.area(), s == shape(rect{4, 4}), s != rect{4, 4})
	var e any = s
	_, isShape := e.(shape)
	_, isErr := e.(error)
	fmt.Println(isShape, isErr)
}

// Output:
// main.rect 6 true 2x3
// *main.rect 1 true 1x1
// *main.circle 12 true circle
// 27
// true
// false true
// 16 true false
// true false
