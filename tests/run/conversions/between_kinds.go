package main

import "fmt"

type celsius float64
type id int
type names []string
type text string
type point struct{ X, Y int }
type vec struct{ X, Y int }

func main() {
	c := celsius(36.6)
	fmt.Println(float64(c)+0.4, int(c), id(c))
	fmt.Println(names([]string{"a"}), []string(names{"b"}), len(names(nil)))
	t := text("héy")
	fmt.Println([]byte(t), []rune(t), string(t)+"!", text([]byte{'x'}), text([]rune{'é'}))
	v := vec(point{1, 2})
	fmt.Println(v, point(v) == point{1, 2})
	pv := (*vec)(&point{3, 4})
	fmt.Println(pv.X, struct{ X, Y int }(*pv))
	f := (func(int) int)(func(x int) int { return -x })
	fmt.Println(f(1))
	var ro <-chan int = make(chan int, 1)
	fmt.Println(cap(ro), (<-chan int)(nil) == nil)
	var x any = id(4)
	_, isInt := x.(int)
	fmt.Println(isInt, x == any(id(4)), x == any(4))
	fmt.Println(float32(0.1) == 0.1, uint8('a'), rune("a"[0]), string(rune(0x1F600)))
	i := 300
	fmt.Println(byte(i), float32(i), complex64(complex(float32(i), 1)), uint(3.0))
}

// Output:
// 37 36 36
// [a] [b] 0
// [104 195 169 121] [104 233 121] héy! x é
// {1 2} true
// 3 {3 4}
// -1
// 1 true
// false true false
// true 97 97 😀
// 44 300 (300+1i) 3
