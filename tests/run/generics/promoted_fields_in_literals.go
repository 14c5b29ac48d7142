package main

import "fmt"

// Since Go 1.27 a key of a struct literal may name a promoted field.

type base struct {
	ID   int
	Tags []string
}

type owner struct{ Name string }

type item struct {
	base
	*owner
	Price float64
}

type wrapped[T any] struct {
	Inner[T]
	Note string
}

type Inner[T any] struct {
	Deep[T]
	Flag bool
}

type Deep[T any] struct{ Value T }

func main() {
	i := item{ID: 7, Tags: []string{"a"}, Price: 2.5}
	fmt.Println(i.ID, i.base, i.owner == nil, i.Price)
	w := wrapped[string]{Value: "v", Note: "n"}
	fmt.Printf("%+v\n", w)
	x := wrapped[int]{Flag: true, Value: 3}
	fmt.Printf("%+v\n", x)
	p := &[]item{{Price: 1, ID: 2}}
	fmt.Println((*p)[0].base.ID)
	m := map[string]wrapped[bool]{"k": {Note: "z", Value: true}}
	fmt.Println(m["k"].Inner.Deep)
}

// Output:
// 7 {7 [a]} true 2.5
// {Inner:{Deep:{Value:v} Flag:false} Note:n}
// {Inner:{Deep:{Value:3} Flag:true} Note:}
// 2
// {true}
