package main

import "fmt"

type inner struct {
	A int
	B *int
}

type outer struct {
	Name string
	In   inner
	List []inner
	M    map[string]int
	F    func()
	I    any
	E    error
	c    chan int
	P    *inner
}

func main() {
	o := outer{Name: "n", In: inner{A: 1}, List: []inner{{A: 2}}, M: map[string]int{"b": 2, "a": 1}, I: "any", P: nil}
	fmt.Printf("%v\n%+v\n", o, o)
	fmt.Printf("%#v\n", inner{A: 3})
	fmt.Printf("%#v %#v %#v %#v\n", []int{1}, []string{"a"}, map[string]bool{"k": true}, [2]float64{1, 2.5})
	fmt.Printf("%v %+v\n", &inner{A: 4}, &[]int{1, 2})
	fmt.Printf("%v %v %v\n", &map[string]int{"x": 1}, []any{1, "a", nil, 2.5, []int{3}}, struct{}{})
	fmt.Printf("%#v %#v %#v\n", []any{1, "a", nil}, struct{ X any }{1}, (*int)(nil))
	fmt.Printf("%v %+v %#v %v\n", []*int{nil}, map[string]*int{"p": nil}, []int(nil), map[string]int(nil))
	fmt.Printf("%T %T %T %T %T\n", o, &o, o.F, o.c, o.E)
	fmt.Printf("%v %d %s\n", nil, nil, nil)
	fmt.Printf("%v %v\n", [3]bool{true}, [][]string{{"a"}, {"b", "c"}})
	fmt.Printf("%6.2f %x %q\n", []float64{1, 2.345}, []int{10, 11}, [][]string{{"z"}})
	fmt.Printf("%#v %#v\n", struct {
		a int
		b string
	}{1, "x"}, map[inner]int{{A: 1}: 2})
}

// Output:
// {n {1 <nil>} [{2 <nil>}] map[a:1 b:2] <nil> any <nil> <nil> <nil>}
// {Name:n In:{A:1 B:<nil>} List:[{A:2 B:<nil>}] M:map[a:1 b:2] F:<nil> I:any E:<nil> c:<nil> P:<nil>}
// main.inner{A:3, B:(*int)(nil)}
// []int{1} []string{"a"} map[string]bool{"k":true} [2]float64{1, 2.5}
// &{4 <nil>} &[1 2]
// &map[x:1] [1 a <nil> 2.5 [3]] {}
// []interface {}{1, "a", interface {}(nil)} struct { X interface {} }{X:1} (*int)(nil)
// [<nil>] map[p:<nil>] []int(nil) map[]
// main.outer *main.outer func() chan int <nil>
// <nil> %!d(<nil>) %!s(<nil>)
// [true false false] [[a] [b c]]
// [  1.00   2.35] [a b] [["z"]]
// struct { a int; b string }{a:1, b:"x"} map[main.inner]int{main.inner{A:1, B:(*int)(nil)}:2}
