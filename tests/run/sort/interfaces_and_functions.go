package main

import (
	"fmt"
	"sort"
)

type person struct {
	name string
	age  int
}

type byAge []person

func (b byAge) Len() int           { return len(b) }
func (b byAge) Less(i, j int) bool { return b[i].age < b[j].age }
func (b byAge) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	ps := []person{{"a", 30}, {"b", 20}, {"c", 30}, {"d", 20}, {"e", 25}}
	sort.Stable(byAge(ps))
	fmt.Println(ps)
	sort.Slice(ps, func(i, j int) bool { return ps[i].name > ps[j].name })
	fmt.Println(ps)
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].age < ps[j].age })
	fmt.Println(ps, sort.IsSorted(byAge(ps)))
	sort.Sort(sort.Reverse(byAge(ps)))
	fmt.Println(ps[0].age, ps[4].age)
	is := []int{3, 1, 2}
	ss := []string{"b", "a"}
	fs := []float64{2.5, -1}
	sort.Ints(is)
	sort.Strings(ss)
	sort.Float64s(fs)
	fmt.Println(is, ss, fs, sort.SearchInts(is, 3), sort.Search(100, func(i int) bool { return i*i >= 50 }))
	sort.Sort(sort.Reverse(sort.IntSlice(is)))
	fmt.Println(is, sort.IntsAreSorted(is))
	big := make([]int, 5000)
	x := uint32(7)
	for i := range big {
		x = x*1103515245 + 12345
		big[i] = int(x>>16) % 1000
	}
	sort.Ints(big)
	fmt.Println(sort.IntsAreSorted(big))
}

// Output:
// [{b 20} {d 20} {e 25} {a 30} {c 30}]
// [{e 25} {d 20} {c 30} {b 20} {a 30}]
// [{d 20} {b 20} {e 25} {c 30} {a 30}] true
// 30 20
// [1 2 3] [a b] [-1 2.5] 2 8
// [3 2 1] false
// true
