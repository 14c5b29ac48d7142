package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"
)

// Library and own generic code with elements, keys and results too large for registers.

type row struct {
	cells [9]float64
	name  string
	tags  []string
}

type key struct {
	path [6]string
	n    [4]int
}

func mk(i int) row {
	r := row{name: strings.Repeat("x", i)}
	for j := range r.cells {
		r.cells[j] = float64(i * j)
	}
	return r
}

type heap[T any] struct {
	items []T
	less  func(a, b T) bool
}

func (h *heap[T]) push(v T) {
	h.items = append(h.items, v)
	for i := len(h.items) - 1; i > 0 && h.less(h.items[i], h.items[(i-1)/2]); i = (i - 1) / 2 {
		h.items[i], h.items[(i-1)/2] = h.items[(i-1)/2], h.items[i]
	}
}

func (h *heap[T]) pop() (v T, ok bool) {
	if len(h.items) == 0 {
		return
	}
	v = h.items[0]
	last := len(h.items) - 1
	h.items[0] = h.items[last]
	h.items = h.items[:last]
	for i := 0; ; {
		c := 2*i + 1
		if c >= last {
			return v, true
		}
		if c+1 < last && h.less(h.items[c+1], h.items[c]) {
			c++
		}
		if !h.less(h.items[c], h.items[i]) {
			return v, true
		}
		h.items[i], h.items[c] = h.items[c], h.items[i]
		i = c
	}
}

func pairs[K comparable, V any](m map[K]V, order func(a, b K) int) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, k := range slices.SortedFunc(maps.Keys(m), order) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

func main() {
	rows := []row{mk(3), mk(1), mk(4), mk(2)}
	sorted := slices.SortedFunc(slices.Values(rows), func(a, b row) int { return cmp.Compare(a.name, b.name) })
	for _, r := range sorted {
		fmt.Print(len(r.name), r.cells[8], " ")
	}
	fmt.Println(rows[0].cells[1])
	sort.Slice(rows, func(i, j int) bool { return rows[i].cells[1] > rows[j].cells[1] })
	i, found := slices.BinarySearchFunc(sorted, 3, func(r row, n int) int { return cmp.Compare(len(r.name), n) })
	fmt.Println(rows[0].name, i, found)
	slices.Reverse(sorted)
	best := slices.MaxFunc(sorted, func(a, b row) int { return cmp.Compare(a.cells[2], b.cells[2]) })
	best.cells[2] = -1
	fmt.Println(sorted[0].cells[2], best.cells[2])
	sorted = slices.Insert(sorted, 1, mk(9), mk(8))
	sorted = slices.Delete(sorted, 3, 5)
	for _, r := range sorted {
		fmt.Print(len(r.name), " ")
	}
	fmt.Println(len(slices.Repeat(sorted[:1], 3)), slices.IndexFunc(sorted, func(r row) bool { return r.name == "x" }))
	for c := range slices.Chunk(rows, 3) {
		fmt.Print(len(c), c[0].name, " ")
	}
	fmt.Println()

	h := &heap[row]{less: func(a, b row) bool { return a.cells[3] < b.cells[3] }}
	for _, n := range []int{5, 2, 8, 1, 9, 3} {
		h.push(mk(n))
	}
	for v, ok := h.pop(); ok; v, ok = h.pop() {
		fmt.Print(v.cells[3], " ")
	}
	fmt.Println()

	m := map[key]row{}
	var k key
	for i := range 5 {
		k.path[0] = string(rune('e' - i))
		k.n[3] = i
		m[k] = mk(i)
		k.path[5] = "scribbled after"
		k.path[5] = ""
	}
	byPath := func(a, b key) int { return cmp.Compare(a.path[0], b.path[0]) }
	for k, v := range pairs(m, byPath) {
		if k.path[0] == "d" {
			break
		}
		fmt.Print(k.path[0], k.n[3], v.name, " ")
	}
	fmt.Println(len(m))
	clone := maps.Clone(m)
	delete(clone, k)
	maps.DeleteFunc(m, func(k key, v row) bool { return len(v.name) < 3 })
	fmt.Println(len(clone), len(m), maps.EqualFunc(m, clone, func(a, b row) bool { return a.name == b.name }))
	next, stop := iter.Pull2(pairs(clone, byPath))
	defer stop()
	k1, v1, _ := next()
	k2, v2, ok := next()
	fmt.Println(k1.path[0], v1.name, k2.path[0], v2.name, ok)
	seen := map[any]int{}
	for _, x := range []any{k1, k2, k1, [12]int{3: 1}, [12]int{3: 1}, row{}.cells} {
		seen[x]++
	}
	fmt.Println(len(seen), seen[k1], seen[[12]int{3: 1}])
	func() {
		defer func() { fmt.Println(recover()) }()
		seen[mk(1)]++
	}()
}

// Output:
// 1 8 2 16 3 24 4 32 3
// xxxx 2 true
// 8 -1
// 4 9 8 1 3 3
// 3xxxx 1x
// 3 6 9 15 24 27
// a4xxxx b3xxx c2xx 5
// 4 2 false
// b xxx c xx true
// 4 2 2
// runtime error: hash of unhashable type main.row
