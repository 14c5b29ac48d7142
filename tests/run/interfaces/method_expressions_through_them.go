package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type shape interface {
	area() float64
	scale(by float64) shape
}

type square float64
type rect struct{ w, h float64 }

func (s square) area() float64          { return float64(s * s) }
func (s square) scale(by float64) shape { return square(float64(s) * by) }
func (r *rect) area() float64           { return r.w * r.h }
func (r *rect) scale(by float64) shape {
	r.w *= by
	r.h *= by
	return r
}

type byArea []shape

func (b byArea) Len() int           { return len(b) }
func (b byArea) Less(i, j int) bool { return b[i].area() < b[j].area() }
func (b byArea) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	area, scale := shape.area, shape.scale
	shapes := []shape{square(3), &rect{2, 4}, square(1)}
	sort.Sort(sort.Reverse(byArea(shapes)))
	for _, s := range shapes {
		fmt.Print(area(scale(s, 2)), " ")
	}
	fmt.Println()
	f := shapes[0].scale
	shapes[0] = square(100)
	fmt.Println(f(1).area())
	g := (*rect).area
	fmt.Println(g(&rect{5, 6}), square.area(7))
	fs := map[string]func(shape) float64{"area": shape.area, "double": func(s shape) float64 { return 2 * s.area() }}
	fmt.Println(fs["area"](square(2)), fs["double"](square(2)))
	msg := error.Error
	fmt.Println(msg(errors.New("through error.Error")))
	str := fmt.Stringer.String
	var b strings.Builder
	b.WriteString("built")
	fmt.Println(str(&b))
	anon := interface{ area() float64 }.area
	fmt.Println(anon(square(5)))
	func() {
		defer func() { fmt.Println(recover()) }()
		var nilShape shape
		fmt.Println(area(nilShape))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var nilShape shape
		h := nilShape.area
		fmt.Println("unreachable", h)
	}()
	fmt.Printf("%T %T\n", area, scale)
}

// Output:
// 36 32 4
// 9
// 30 49
// 4 8
// through error.Error
// built
// 25
// runtime error: invalid memory address or nil pointer dereference
// runtime error: invalid memory address or nil pointer dereference
// func(main.shape) float64 func(main.shape, float64) main.shape
