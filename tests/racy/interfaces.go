package main

import "time"

type shape interface{ area() int }

type square struct{ side int }
type rect struct{ a, b, c, d int }
type line string

func (s square) area() int { return s.side * s.side }
func (r *rect) area() int  { return r.a*r.b + r.c*r.d }
func (l line) area() int   { return len(l) }

var s shape = square{1}
var e any = 1

func main() {
	shapes := []shape{square{3}, &rect{1, 2, 3, 4}, line("hello"), square{9}}
	values := []any{1, "text", []int{1, 2, 3}, &rect{}, 2.5, nil}
	stop := time.Now().Add(time.Second)
	done := make(chan int)
	for g := range 8 {
		go func() {
			n := 0
			for time.Now().Before(stop) {
				for j := range 200 {
					if (g+j)%2 == 0 {
						s = shapes[j%len(shapes)]
						e = values[j%len(values)]
						continue
					}
					n += s.area()
					switch v := e.(type) {
					case int:
						n += v
					case string:
						n += len(v)
					case []int:
						n += v[0] + v[2]
					case *rect:
						n += v.d
					}
				}
			}
			done <- n
		}()
	}
	for range 8 {
		<-done
	}
}
