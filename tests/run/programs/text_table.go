package main

import (
	"fmt"
	"os"
	"strings"
	"unicode/utf8"
)

type align int

const (
	left align = iota
	right
	center
)

type column struct {
	head  string
	align align
	width int
}

type table struct {
	cols []column
	rows [][]string
}

func (t *table) add(cells ...any) {
	row := make([]string, len(t.cols))
	for i, c := range cells {
		switch v := c.(type) {
		case float64:
			row[i] = fmt.Sprintf("%.2f", v)
		default:
			row[i] = fmt.Sprint(v)
		}
	}
	t.rows = append(t.rows, row)
}

func pad(s string, w int, a align) string {
	gap := w - utf8.RuneCountInString(s)
	switch a {
	case right:
		return strings.Repeat(" ", gap) + s
	case center:
		return strings.Repeat(" ", gap/2) + s + strings.Repeat(" ", gap-gap/2)
	}
	return s + strings.Repeat(" ", gap)
}

func (t *table) write() {
	for i := range t.cols {
		c := &t.cols[i]
		c.width = utf8.RuneCountInString(c.head)
		for _, r := range t.rows {
			c.width = max(c.width, utf8.RuneCountInString(r[i]))
		}
	}
	line := func(get func(int) string) {
		for i, c := range t.cols {
			fmt.Fprint(os.Stdout, "| ", pad(get(i), c.width, c.align), " ")
		}
		fmt.Println("|")
	}
	line(func(i int) string { return t.cols[i].head })
	line(func(i int) string { return strings.Repeat("-", t.cols[i].width) })
	for _, r := range t.rows {
		line(func(i int) string { return r[i] })
	}
}

func main() {
	t := &table{cols: []column{{head: "name"}, {head: "n", align: right}, {head: "price", align: right}, {head: "naïve", align: center}}}
	t.add("apple", 3, 1.5, true)
	t.add("überlang", 100, 12.345, nil)
	t.add("x", -1, 0.0, []int{1})
	t.write()
}

// Output:
// | name     |   n | price | naïve |
// | -------- | --- | ----- | ----- |
// | apple    |   3 |  1.50 | true  |
// | überlang | 100 | 12.35 | <nil> |
// | x        |  -1 |  0.00 |  [1]  |
