package main

import "fmt"

type key struct {
	name string
	id   int
}

func main() {
	m := map[key][]int{{"a", 1}: {1}, {"b", 2}: nil}
	m[key{"a", 1}] = append(m[key{"a", 1}], 2)
	m[key{"c", 3}] = append(m[key{"c", 3}], 9)
	fmt.Println(m[key{"a", 1}], m[key{"b", 2}] == nil, len(m))
	any1 := map[any]string{1: "int", "1": "string", 1.0: "float", int8(1): "int8", key{"k", 0}: "key", nil: "nil"}
	fmt.Println(any1[1], any1["1"], any1[1.0], any1[int8(1)], any1[key{"k", 0}], any1[nil], len(any1))
	p, q := new(int), new(int)
	pm := map[*int]int{p: 1, q: 2}
	*p = 5
	fmt.Println(pm[p], pm[q], len(pm))
	nested := map[string]map[string]int{"x": {"y": 1}}
	nested["x"]["z"]++
	fmt.Println(nested, nested["none"]["none"])
	ch := make(chan int)
	fmt.Println(map[chan int]bool{ch: true}[ch])
}

// Output:
// [1 2] true 3
// int string float int8 key nil 6
// 1 2 2
// map[x:map[y:1 z:1]] 0
// true
