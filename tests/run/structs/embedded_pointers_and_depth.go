package main

import "fmt"

type logger struct{ lines []string }

func (l *logger) log(s string) { l.lines = append(l.lines, s) }
func (l logger) count() int    { return len(l.lines) }

type base struct {
	*logger
	id int
}

func (b base) who() string { b.log("who"); return fmt.Sprint("base", b.id) }

type middle struct {
	base
	id string
}

type top struct {
	*middle
	fmt.Stringer
}

type str string

func (s str) String() string { return "str:" + string(s) }

func main() {
	t := top{&middle{base{&logger{}, 1}, "mid"}, str("x")}
	t.log("one")
	t.middle.base.log("two")
	fmt.Println(t.count(), t.id, t.base.id, t.who(), t.lines)
	fmt.Println(t, t.String(), len(t.lines))
	f := t.log
	t.logger = &logger{}
	f("to the old logger")
	fmt.Println(t.count())
	g := (*middle).who
	h := top.count
	fmt.Println(g(t.middle), h(t))
	var c interface{ count() int } = t
	t.log("more")
	fmt.Println(c.count())
	u := t
	u.id = "shared"
	fmt.Println(t.id)
}

// Output:
// 2 mid 1 base1 [one two who]
// str:x str:x 3
// 0
// base1 1
// 2
// shared
