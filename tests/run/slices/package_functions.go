package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type p struct {
	n string
	a int
}

func main() {
	s := []int{3, 1, 2, 3}
	t := slices.Clone(s)
	slices.Sort(t)
	fmt.Println(s, t, slices.Contains(s, 2), slices.Index(s, 3), slices.Max(s), slices.Min(s))
	fmt.Println(slices.BinarySearch(t, 2))
	fmt.Println(slices.Compact(t), slices.Equal(s, []int{3, 1, 2, 3}), slices.Compare(s, t))
	fmt.Println(slices.Insert([]int{1, 4}, 1, 2, 3), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Replace([]int{1, 2, 3}, 0, 2, 9))
	ps := []p{{"x", 2}, {"y", 1}, {"z", 2}}
	slices.SortFunc(ps, func(a, b p) int {
		return cmp.Or(-cmp.Compare(a.a, b.a), strings.Compare(a.n, b.n))
	})
	fmt.Println(ps, slices.IndexFunc(ps, func(x p) bool { return x.a == 1 }), slices.ContainsFunc(ps, func(x p) bool { return x.a > 5 }))
	fmt.Println(slices.MaxFunc(ps, func(a, b p) int { return cmp.Compare(a.n, b.n) }), slices.IsSorted(t))
	fmt.Println(slices.Concat([]int{1}, nil, []int{2, 3}), slices.Repeat([]string{"a"}, 3), slices.DeleteFunc([]int{1, 2, 3}, func(i int) bool { return i%2 == 1 }))
	for c := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(c)
	}
	for i, v := range slices.Backward([]string{"a", "b"}) {
		fmt.Print(" ", i, v)
	}
	fmt.Println(slices.Collect(slices.Values(s)), slices.Sorted(slices.Values(s)), cap(slices.Clip(s[:1])), cap(slices.Grow(s, 10)) >= 14)
	pos, found := slices.BinarySearchFunc(ps, 1, func(e p, t int) int { return cmp.Compare(t, e.a) })
	fmt.Println(pos, found)
}

// Output:
// [3 1 2 3] [1 2 3 3] true 0 3 1
// 1 true
// [1 2 3] true 1
// [1 2 3 4] [1 4] [9 3]
// [{x 2} {z 2} {y 1}] 2 false
// {z 2} false
// [1 2 3] [a a a] [2]
// [1 2][3 4][5] 1b 0a[3 1 2 3] [1 2 3 3] 1 true
// 2 true
