// An editor over a gap buffer: commands are values with inverse commands, undone, redone and grouped; marks move with the text.
package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

type buffer struct {
	text     []rune
	gap, end int
	marks    map[rune]int
}

func newBuffer(s string) *buffer {
	b := &buffer{marks: map[rune]int{}}
	b.insert(0, s)
	return b
}

func (b *buffer) len() int { return len(b.text) - (b.end - b.gap) }

func (b *buffer) move(at int) {
	for b.gap > at {
		b.gap--
		b.end--
		b.text[b.end] = b.text[b.gap]
	}
	for b.gap < at {
		b.text[b.gap] = b.text[b.end]
		b.gap++
		b.end++
	}
}

func (b *buffer) insert(at int, s string) {
	b.move(at)
	n := utf8.RuneCountInString(s)
	if b.end-b.gap < n {
		grown := make([]rune, 2*len(b.text)+n+4)
		copy(grown, b.text[:b.gap])
		tail := copy(grown[len(grown)-(len(b.text)-b.end):], b.text[b.end:])
		b.end = len(grown) - tail
		b.text = grown
	}
	for _, r := range s {
		b.text[b.gap] = r
		b.gap++
	}
	for m, p := range b.marks {
		if p > at {
			b.marks[m] = p + n
		}
	}
}

func (b *buffer) remove(at, n int) string {
	b.move(at)
	s := string(b.text[b.end : b.end+n])
	b.end += n
	for m, p := range b.marks {
		b.marks[m] = max(min(p, at), p-n)
	}
	return s
}

func (b *buffer) String() string { return string(b.text[:b.gap]) + string(b.text[b.end:]) }

type command interface {
	apply(*buffer) (inverse command)
}

type (
	insertion struct {
		at   int
		text string
	}
	deletion struct{ at, n int }
	group    []command
	setMark  struct {
		name rune
		at   int
		set  bool
	}
)

func (c insertion) apply(b *buffer) command {
	b.insert(c.at, c.text)
	return deletion{c.at, utf8.RuneCountInString(c.text)}
}

func (c deletion) apply(b *buffer) command { return insertion{c.at, b.remove(c.at, c.n)} }

func (g group) apply(b *buffer) command {
	inverse := make(group, len(g))
	for i, c := range g {
		inverse[len(g)-1-i] = c.apply(b)
	}
	return inverse
}

func (c setMark) apply(b *buffer) command {
	old, had := b.marks[c.name]
	if c.set {
		b.marks[c.name] = c.at
	} else {
		delete(b.marks, c.name)
	}
	return setMark{c.name, old, had}
}

type editor struct {
	*buffer
	done, undone []command
	depth        int
	pending      group
}

func (e *editor) do(c command) {
	inverse := c.apply(e.buffer)
	if e.depth > 0 {
		e.pending = append(group{inverse}, e.pending...)
		return
	}
	e.done = append(e.done, inverse)
	e.undone = nil
}

// together makes one step of all that f does, and nothing if it panics.
func (e *editor) together(f func()) (err error) {
	e.depth++
	outer := e.pending
	e.pending = nil
	defer func() {
		mine := e.pending
		e.pending = outer
		e.depth--
		if r := recover(); r != nil {
			mine.apply(e.buffer)
			err = fmt.Errorf("undone: %v", r)
			return
		}
		switch {
		case e.depth > 0:
			e.pending = append(mine, e.pending...)
		case len(mine) > 0:
			e.done = append(e.done, mine)
			e.undone = nil
		}
	}()
	f()
	return
}

func shift(from, to *[]command, b *buffer) bool {
	n := len(*from) - 1
	if n < 0 {
		return false
	}
	c := (*from)[n]
	*from = (*from)[:n]
	*to = append(*to, c.apply(b))
	return true
}

func (e *editor) undo() bool { return shift(&e.done, &e.undone, e.buffer) }
func (e *editor) redo() bool { return shift(&e.undone, &e.done, e.buffer) }

func (e *editor) replaceAll(old, with string) (count int) {
	n := utf8.RuneCountInString(old)
	e.together(func() {
		for at := 0; at+n <= e.len(); at++ {
			if string([]rune(e.String())[at:at+n]) == old {
				e.do(deletion{at, n})
				e.do(insertion{at, with})
				at += utf8.RuneCountInString(with) - 1
				count++
			}
		}
	})
	return
}

func main() {
	e := &editor{buffer: newBuffer("hello wörld")}
	show := func(what string) {
		fmt.Printf("%-12s %q %v undo %d redo %d\n", what, e, e.marks, len(e.done), len(e.undone))
	}
	show("start")
	e.do(setMark{'m', 6, true})
	e.do(insertion{5, ", dear"})
	show("insert")
	e.do(deletion{0, 1})
	e.do(insertion{0, "H"})
	show("capital")
	fmt.Println(e.replaceAll("r", "Rr"), e.replaceAll("none", ""))
	show("replaced")
	fmt.Println(e.undo(), e.undo())
	show("undone")
	fmt.Println(e.redo())
	show("redone")
	err := e.together(func() {
		e.do(insertion{0, "<<"})
		e.together(func() { e.do(insertion{e.len(), ">>"}); e.do(setMark{'e', e.len(), true}) })
		if err := e.together(func() { e.do(deletion{0, 5}); e.do(deletion{3, 1000}) }); err == nil {
			fmt.Println("that should not have worked")
		} else {
			fmt.Println(strings.SplitN(err.Error(), " [", 2)[0])
		}
		show("inside")
	})
	show(fmt.Sprint("nested ", err))
	err = e.together(func() {
		e.do(deletion{0, 4})
		panic("no")
	})
	show(fmt.Sprint(err))
	e.do(deletion{2, 3})
	for e.undo() {
	}
	show("all undone")
	n := 0
	for e.redo() {
		n++
	}
	show(fmt.Sprint("all redone ", n))
	e.undo()
	e.do(insertion{0, strings.Map(unicode.ToUpper, "ß€é")})
	show("branch")
	fmt.Println(e.redo(), e.len(), len(e.String()))
}

// Output:
// start        "hello wörld" map[] undo 0 redo 0
// insert       "hello, dear wörld" map[109:12] undo 2 redo 0
// capital      "Hello, dear wörld" map[109:12] undo 4 redo 0
// 2 0
// replaced     "Hello, deaRr wöRrld" map[109:13] undo 5 redo 0
// true true
// undone       "ello, dear wörld" map[109:11] undo 3 redo 2
// true
// redone       "Hello, dear wörld" map[109:12] undo 4 redo 1
// undone: runtime error: slice bounds out of range
// inside       "<<Hello, dear wörld>>" map[101:21 109:14] undo 4 redo 1
// nested <nil> "<<Hello, dear wörld>>" map[101:21 109:14] undo 5 redo 0
// undone: no   "<<Hello, dear wörld>>" map[101:21 109:14] undo 5 redo 0
// all undone   "hello wörld" map[] undo 0 redo 6
// all redone 6 "<<lo, dear wörld>>" map[101:18 109:11] undo 6 redo 0
// branch       "ß€É<<Hello, dear wörld>>" map[101:24 109:17] undo 6 redo 0
// false 24 29
