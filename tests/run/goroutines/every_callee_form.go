package main

import "fmt"

var out = make(chan string)

type T struct{ name string }

func (t T) value(s string)    { out <- t.name + s }
func (t *T) pointer(s string) { out <- t.name + s }

type doer interface{ value(string) }

func plain(a, b int, rest ...string) { out <- fmt.Sprint(a, b, rest) }

func generic[X any](x X) { out <- fmt.Sprintf("%T", x) }

func main() {
	t := T{"t"}
	go plain(1, 2, "x", "y")
	fmt.Println(<-out)
	go t.value("1")
	t.name = "changed"
	fmt.Println(<-out)
	go t.pointer("2")
	fmt.Println(<-out)
	var d doer = &t
	go d.value("3")
	fmt.Println(<-out)
	f := func(s string) { out <- s + t.name }
	go f("closure ")
	fmt.Println(<-out)
	go T.value(t, "4")
	fmt.Println(<-out)
	go generic(1.5)
	fmt.Println(<-out)
	m := map[string]func(string){"k": t.value}
	go m["k"]("5")
	fmt.Println(<-out)
	go func(n ...int) { out <- fmt.Sprint(len(n)) }([]int{1, 2}...)
	fmt.Println(<-out)
	c := make(chan int)
	go close(c)
	<-c
	go println()
	go copy(make([]int, 1), []int{1})
}

// Output:
// 1 2 [x y]
// t1
// changed2
// changed3
// closure changed
// changed4
// float64
// changed5
// 2
