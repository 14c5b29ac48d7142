package main

import "fmt"

type inner struct{ vals [2]int }
type outer struct {
	in   inner
	list []int
	m    map[string]int
	p    *int
}

func modify(o outer) {
	o.in.vals[0] = 100
	o.list[0] = 100
	o.m["k"] = 100
	*o.p = 100
	o.list = append(o.list, 1)
}

func main() {
	n := 1
	o := outer{inner{[2]int{1, 2}}, []int{1}, map[string]int{"k": 1}, &n}
	modify(o)
	fmt.Println(o.in, o.list, o.m, *o.p)
	os := []outer{o}
	for _, x := range os {
		x.in.vals[1] = 50
	}
	fmt.Println(os[0].in)
	for i := range os {
		os[i].in.vals[1] = 50
	}
	fmt.Println(os[0].in, o.in)
	var i any = o.in
	o.in.vals[0] = -1
	fmt.Println(i)
	c := make(chan inner, 1)
	c <- o.in
	o.in.vals[0] = -2
	fmt.Println(<-c)
	f := func(in inner) func() inner { return func() inner { return in } }(o.in)
	o.in.vals[0] = -3
	fmt.Println(f())
	arr := [2]inner{o.in, o.in}
	brr := arr
	brr[0].vals[0] = 7
	fmt.Println(arr[0], brr[0])
	go func(in inner) {}(o.in)
	defer fmt.Println("deferred copy", o.in)
	o.in.vals[0] = -4
}

// Output:
// {[1 2]} [100] map[k:100] 100
// {[1 2]}
// {[1 50]} {[1 2]}
// {[1 2]}
// {[-1 2]}
// {[-2 2]}
// {[-3 2]} {[7 2]}
// deferred copy {[-3 2]}
