package main

import "fmt"

type cell struct {
	v    int
	name string
}

type row [3]cell
type board struct {
	rows [2]row
	meta map[string][2]int
}

func (b board) with(r, c, v int) board {
	b.rows[r][c].v = v
	return b
}

func (b *board) set(r, c int, v cell) { b.rows[r][c] = v }

func sum(rows [2]row) (n int) {
	for _, r := range rows {
		for i := range r {
			n += r[i].v
			r[i].v = -1
		}
	}
	return
}

func main() {
	var b board
	b.set(0, 1, cell{5, "a"})
	c := b.with(1, 2, 7).with(0, 0, 1)
	fmt.Println(sum(b.rows), sum(c.rows), sum(c.rows))
	ch := make(chan row, 1)
	ch <- c.rows[1]
	c.rows[1][2].name = "later"
	r := <-ch
	fmt.Println(r[2], c.rows[1][2])
	var i any = c.rows
	c.rows[0] = row{}
	fmt.Println(i.([2]row)[0][1], i == any(c.rows))
	f := func() row { return c.rows[1] }
	fmt.Println(f()[2].v, len(f()))
	list := [][2]row{b.rows, c.rows}
	list[0][0], list[1][1] = list[1][1], list[0][0]
	fmt.Println(list[0][0][2], list[1][1][1])
	b.meta = map[string][2]int{"k": {1, 2}}
	x := b.meta["k"]
	x[0] = 9
	fmt.Println(b.meta, x)
	p := &b.rows[0]
	q := &p[1]
	q.v++
	fmt.Println(b.rows[0][1], *q == cell{6, "a"})
	idx := 2
	b.rows[idx-1][idx%3].v, idx = 44, 0
	fmt.Println(b.rows[1][2].v, idx)
}

// Output:
// 5 13 13
// {7 } {7 later}
// {5 a} false
// 7 3
// {7 later} {5 a}
// map[k:[1 2]] [9 2]
// {6 a} true
// 44 0
