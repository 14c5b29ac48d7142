// Maps of several key and value types under random insertions, deletions, lookups, clears and iterations with changes, compared
// step by step with a table that is searched linearly.
package main

import "fmt"

type entry[K comparable, V any] struct {
	key K
	val V
}

type model[K comparable, V any] []entry[K, V]

func (m *model[K, V]) find(k K) int {
	for i, e := range *m {
		if e.key == k {
			return i
		}
	}
	return -1
}

func (m *model[K, V]) set(k K, v V) {
	if i := m.find(k); i >= 0 {
		(*m)[i].val = v
	} else {
		*m = append(*m, entry[K, V]{k, v})
	}
}

func (m *model[K, V]) del(k K) {
	if i := m.find(k); i >= 0 {
		last := len(*m) - 1
		(*m)[i] = (*m)[last]
		*m = (*m)[:last]
	}
}

type random uint32

func (r *random) n(n int) int {
	*r = *r*1664525 + 1013904223
	return int(*r>>8) % n
}

func try[K comparable, V comparable](name string, key func(int) K, val func(int) V) {
	var ref model[K, V]
	m := map[K]V{}
	r := random(len(name))
	wrong, visits := 0, 0
	expect := func(ok bool) {
		if !ok {
			wrong++
		}
	}
	for step := range 400 {
		k, v := key(r.n(40)), val(step)
		switch r.n(12) {
		case 0, 1, 2, 3, 4:
			m[k] = v
			ref.set(k, v)
		case 5, 6, 7:
			delete(m, k)
			ref.del(k)
		case 8, 9:
			got, ok := m[k]
			i := ref.find(k)
			expect(ok == (i >= 0) && (!ok && got == *new(V) || ok && got == ref[i].val))
		case 10:
			if step%5 == 0 {
				clear(m)
				ref = nil
			}
		case 11:
			// What is deleted before it is reached never comes; what is there all along comes once.
			seen := map[K]int{}
			victims := []K{key(r.n(40)), key(r.n(40)), key(r.n(40))}
			gone := map[K]bool{}
			for k, v := range m {
				visits++
				seen[k]++
				i := ref.find(k)
				expect(i >= 0 && ref[i].val == v && !gone[k])
				for _, other := range victims {
					if seen[other] == 0 {
						delete(m, other)
						ref.del(other)
						gone[other] = true
					}
				}
			}
			for _, other := range victims {
				if seen[other] > 0 {
					expect(seen[other] == 1)
					delete(m, other)
					ref.del(other)
				}
			}
			for _, e := range ref {
				expect(seen[e.key] == 1)
			}
		}
		expect(len(m) == len(ref))
	}
	for _, e := range ref {
		expect(m[e.key] == e.val)
	}
	fmt.Printf("%-12s wrong %d, left %d, visited %t\n", name, wrong, len(m), visits > 100)
}

type point struct {
	x, y int32
	s    string
}

func main() {
	self := func(i int) int { return i }
	try("int", self, self)
	try("int8", func(i int) int8 { return int8(i) }, func(i int) bool { return i%2 == 0 })
	try("string", func(i int) string { return fmt.Sprint("key", i%90) }, func(i int) string { return fmt.Sprint(i) })
	try("float", func(i int) float64 { return float64(i) / 3 }, func(i int) [3]int64 { return [3]int64{int64(i), 1} })
	try("struct", func(i int) point { return point{int32(i % 9), int32(i), "p"} }, func(i int) point { return point{s: "v", x: int32(i)} })
	try("array", func(i int) [20]byte { return [20]byte{19: byte(i)} }, func(i int) struct{} { return struct{}{} })
	try("any", func(i int) any {
		switch i % 4 {
		case 0:
			return i
		case 1:
			return fmt.Sprint(i)
		case 2:
			return [2]any{i, nil}
		}
		return point{x: int32(i)}
	}, func(i int) any { return i })
	pointers := make([]int, 90)
	try("pointer", func(i int) *int { return &pointers[i] }, func(i int) uint8 { return uint8(i) })
	try("bool", func(i int) bool { return i%2 == 0 }, self)
	try("large", func(i int) [40]string { return [40]string{39: fmt.Sprint(i)} }, func(i int) [30]int { return [30]int{i} })
	try("complex", func(i int) complex128 { return complex(float64(i%10), float64(i/10)) }, func(i int) error { return nil })
}

// Output:
// int          wrong 0, left 2, visited true
// int8         wrong 0, left 5, visited true
// string       wrong 0, left 10, visited true
// float        wrong 0, left 14, visited true
// struct       wrong 0, left 10, visited true
// array        wrong 0, left 14, visited true
// any          wrong 0, left 2, visited true
// pointer      wrong 0, left 18, visited true
// bool         wrong 0, left 1, visited false
// large        wrong 0, left 14, visited true
// complex      wrong 0, left 18, visited true
