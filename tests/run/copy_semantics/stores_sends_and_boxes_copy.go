// Arrays and structs are copied wherever they go: into variables, elements, maps, channels, interfaces, closures' parameters,
// receivers, results, range values and composite literals. Pointers, slices and maps inside are shared.
package main

import "fmt"

type cell struct {
	grid  [2][2]int
	tags  []string
	extra *int
}

func (c cell) changed() cell  { c.grid[0][0] = -1; c.tags[0] = "shared"; return c }
func (c *cell) change(n int)  { c.grid[1][1] = n }
func take(c cell) (cell, int) { c.grid[0][1]++; return c, c.grid[0][1] }

type wide [12]int

func (w wide) with(i, v int) wide { w[i] = v; return w }

var global = cell{grid: [2][2]int{{1, 2}, {3, 4}}, tags: []string{"g"}}

func current() cell     { return global }
func address() *cell    { return &global }
func pair() (a, b wide) { a[0] = 1; b = a; b[0]++; return }

func main() {
	n := 5
	a := cell{[2][2]int{{1, 2}, {3, 4}}, []string{"t"}, &n}
	b := a
	b.grid[0] = [2]int{9, 9}
	b.tags[0] = "both"
	*b.extra++
	fmt.Println(a.grid, b.grid, a.tags, n)

	fmt.Println(a.changed().grid, a.grid, a.tags)
	a.change(40)
	f, g := a.changed, a.change
	a.grid[1][0] = 30
	g(41)
	fmt.Println(f().grid, a.grid)

	var box any = a
	a.grid[0][0] = 100
	fmt.Println(box.(cell).grid, a.grid)
	unboxed := box.(cell)
	unboxed.grid[1] = [2]int{0, 0}
	fmt.Println(box.(cell).grid[1], unboxed.grid[1])

	ch := make(chan cell, 2)
	ch <- a
	a.grid[0][0] = 200
	ch <- a
	x, y := <-ch, <-ch
	fmt.Println(x.grid[0][0], y.grid[0][0])

	m := map[string]cell{"a": a}
	a.grid[0][0] = 300
	c := m["a"]
	c.grid[0][0]++
	fmt.Println(m["a"].grid[0][0], c.grid[0][0])

	arr := [2]cell{a, b}
	brr := arr
	arr[0].grid[0][0] = 1
	p := &arr[1]
	p.grid = a.grid
	sl := arr[:]
	sl[0].change(77)
	fmt.Println(arr[0].grid, brr[0].grid, arr[1].grid, brr[1].grid)

	for i, v := range arr {
		arr[1].grid[0][0] = 1000 + i
		v.grid[0][0]++
		fmt.Print(v.grid[0][0], " ")
	}
	for i := range arr {
		v := &arr[i]
		v.grid[0][0]++
	}
	fmt.Println(arr[0].grid[0][0], arr[1].grid[0][0])

	r, k := take(a)
	fmt.Println(r.grid[0], k, a.grid[0])
	h := current()
	h.grid[0][0] = -5
	address().grid[0][1] = 22
	fmt.Println(h.grid[0], global.grid[0], current().grid[0][1])

	w, v := pair()
	w2 := w.with(3, 7).with(4, 8)
	fmt.Println(w, v[0], w2)
	lit := []wide{w, w2, 2: v}
	w[11] = 5
	lit[0], lit[1] = lit[1], lit[0]
	fmt.Println(lit[0][3], lit[1][3], lit[1][11], len(lit))
	st := struct {
		wide
		cell
	}{w, a}
	st2 := st
	st2.wide[0], st2.grid[0][0] = 55, 66
	fmt.Println(st.wide[0], st.grid[0][0], st2.wide[0], st2.cell.grid[0][0])
}

// Output:
// [[1 2] [3 4]] [[9 9] [3 4]] [both] 6
// [[-1 2] [3 4]] [[1 2] [3 4]] [shared]
// [[-1 2] [3 40]] [[1 2] [30 41]]
// [[1 2] [30 41]] [[100 2] [30 41]]
// [30 41] [0 0]
// 100 200
// 200 201
// [[1 2] [30 77]] [[300 2] [30 41]] [[300 2] [30 41]] [[9 9] [3 4]]
// 2 301 2 1002
// [300 3] 3 [300 2]
// [-5 2] [1 22] 22
// [1 0 0 0 0 0 0 0 0 0 0 0] 2 [1 0 0 7 8 0 0 0 0 0 0 0]
// 7 0 0 3
// 1 300 55 66
