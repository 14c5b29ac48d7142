package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

type person struct {
	name string
	age  int
}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func main() {
	ps := []person{{"Ann", 30}, {"Bob", 25}, {"Cid", 30}, {"Dan", 25}}
	slices.SortStableFunc(ps, func(a, b person) int { return cmp.Compare(a.age, b.age) })
	fmt.Println(ps)
	slices.SortFunc(ps, func(a, b person) int {
		return cmp.Or(-cmp.Compare(a.age, b.age), strings.Compare(b.name, a.name))
	})
	fmt.Println(ps)
	at, found := slices.BinarySearchFunc(ps, 25, func(p person, age int) int { return cmp.Compare(age, p.age) })
	fmt.Println(at, found)
	s := []int{1, 2, 3, 4, 5, 6, 7}
	fmt.Println(slices.Insert(slices.Clone(s), 2, 90, 91), slices.Delete(slices.Clone(s), 1, 4), slices.Replace(slices.Clone(s), 0, 2, -1))
	fmt.Println(slices.Compact([]int{1, 1, 2, 2, 2, 1}), slices.CompactFunc([]string{"a", "A", "b"}, strings.EqualFold))
	fmt.Println(slices.Index(s, 4), slices.Contains(s, 9), slices.IndexFunc(s, func(n int) bool { return n > 4 }), slices.Max(s), slices.Min(s))
	fmt.Println(slices.Compare([]int{1, 2}, []int{1, 3}), slices.Compare([]int{1}, []int{1, 0}), slices.Equal(s, s[:6]))
	for c := range slices.Chunk(s, 3) {
		fmt.Print(c, cap(c), " ")
	}
	fmt.Println()
	for i, v := range slices.Backward(s[:3]) {
		fmt.Print(i, v, " ")
	}
	fmt.Println(slices.Collect(maps.Values(map[int]int{1: 2})), slices.Repeat([]int{1, 2}, 2), slices.Concat(s[:1], nil, s[6:]))
	g := slices.Grow(s[:0:0], 10)
	fmt.Println(len(g), cap(g) >= 10, len(slices.Clip(s[:2])), cap(slices.Clip(s[:2])))
	d := slices.Clone(s)
	slices.Reverse(d)
	fmt.Println(d, slices.IsSorted(d), slices.IsSortedFunc(d, func(a, b int) int { return b - a }))
	e := slices.DeleteFunc(d, func(n int) bool { return n%2 == 0 })
	fmt.Println(e, d)
	fmt.Println(slices.SortedFunc(maps.Keys(map[string]int{"bb": 1, "a": 2, "ccc": 3}), func(a, b string) int { return len(b) - len(a) }))
	fmt.Println(slices.MinFunc(ps, func(a, b person) int { return cmp.Compare(a.name, b.name) }), slices.ContainsFunc(ps, func(p person) bool { return p.age > 29 }))
	try(func() { slices.Insert(s, 9, 1) })
	try(func() { slices.Delete(s, 3, 2) })
	try(func() { slices.Max([]int{}) })
	try(func() { slices.Chunk(s, 0) })
	try(func() { slices.Repeat(s, -1) })
	try(func() { slices.Grow(s, -1) })
	m := map[string]int{"a": 1, "b": 2}
	c := maps.Clone(m)
	maps.DeleteFunc(c, func(k string, v int) bool { return v == 1 })
	maps.Copy(c, map[string]int{"z": 26})
	fmt.Println(maps.Equal(m, c), c, maps.EqualFunc(m, m, func(a, b int) bool { return a == b }))
	fmt.Println(slices.Sorted(maps.Keys(maps.Collect(slices.All([]string{"x", "y"})))))
}

// Output:
// [{Bob 25} {Dan 25} {Ann 30} {Cid 30}]
// [{Cid 30} {Ann 30} {Dan 25} {Bob 25}]
// 2 true
// [1 2 90 91 3 4 5 6 7] [1 5 6 7] [-1 3 4 5 6 7]
// [1 2 1] [a b]
// 3 false 4 7 1
// -1 -1 false
// [1 2 3] 3 [4 5 6] 3 [7] 1
// 2 3 1 2 0 1 [2] [1 2 1 2] [1 7]
// 0 true 2 2
// [7 6 5 4 3 2 1] false true
// [7 5 3 1] [7 5 3 1 0 0 0]
// [ccc bb a]
// {Ann 30} true
// panic: runtime error: slice bounds out of range [9:7]
// panic: runtime error: slice bounds out of range [3:2:]
// panic: slices.Max: empty list
// panic: cannot be less than 1
// panic: cannot be negative
// panic: cannot be negative
// false map[b:2 z:26] true
// [0 1]
