package main

import (
	"fmt"
	"maps"
	"slices"
)

func main() {
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	c := maps.Clone(m)
	c["d"] = 4
	fmt.Println(len(m), len(c), maps.Equal(m, c))
	maps.DeleteFunc(c, func(k string, v int) bool { return v%2 == 0 })
	fmt.Println(c)
	maps.Copy(c, map[string]int{"a": 10, "z": 26})
	fmt.Println(c)
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	d := maps.Collect(slices.All([]string{"x", "y"}))
	fmt.Println(d, maps.EqualFunc(m, m, func(a, b int) bool { return a == b }))
	maps.Insert(d, maps.All(map[int]string{7: "seven"}))
	sum := 0
	for k, v := range maps.All(m) {
		sum += v + len(k)
	}
	fmt.Println(d, sum)
}

// Output:
// 3 4 false
// map[a:1 c:3]
// map[a:10 c:3 z:26]
// [a b c] [1 2 3]
// map[0:x 1:y] true
// map[0:x 1:y 7:seven] 9
