package main

import "sort"

type Shape interface {
	Area() float64
	Perimeter() float64
}

type Circle struct{ r float64 }

func (c Circle) Area() float64 { return 3 * c.r * c.r }
func (c *Circle) Perimeter()   {}

type Square struct{ side int }

func (s Square) Area() float64      { return s.side * s.side }
func (s Square) Perimeter() float64 { return 4 * s.side }

type byArea []Shape

func (b byArea) Len() int           { return len(b) }
func (b byArea) Less(i, j int)      { return b[i].Area() < b[j].Area() }

func main() {
	shapes := []Shape{Circle{1}, &Circle{2}, Square{3}, "triangle"}
	sort.Sort(byArea(shapes))
	for _, s := range shapes {
		if c, ok := s.(Circle); ok {
			c.r++
		}
		s.r = 5
	}
	var s Shape = nil
	s.Area = nil
}

// Errors:
// 17:46: cannot use s.side * s.side (value of type int) as float64 value in return statement
// 18:46: cannot use 4 * s.side (value of type int) as float64 value in return statement
// 23:46: too many return values\n\thave (bool)\n\twant ()
// 26:20: cannot use Circle{…} (value of struct type Circle) as Shape value in array or slice literal: Circle does not implement Shape (method Perimeter has pointer receiver)
// 26:31: cannot use &Circle{…} (value of type *Circle) as Shape value in array or slice literal: *Circle does not implement Shape (wrong type for method Perimeter)\n\t\thave Perimeter()\n\t\twant Perimeter() float64
// 26:54: cannot use \"triangle\" (constant of type string) as Shape value in array or slice literal: string does not implement Shape (missing method Area)
// 27:12: cannot use byArea(shapes) (value of slice type byArea) as sort.Interface value in argument to sort.Sort: byArea does not implement sort.Interface (wrong type for method Less)\n\t\thave Less(int, int)\n\t\twant Less(int, int) bool
// 29:15: impossible type assertion: s.(Circle)\n\tCircle does not implement Shape (method Perimeter has pointer receiver)
// 32:5: s.r undefined (type Shape has no field or method r)
// 35:2: cannot assign to s.Area (neither addressable nor a map index expression)
