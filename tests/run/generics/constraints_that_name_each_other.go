package main

import (
	"fmt"
	"strings"
)

// Parameters whose constraints mention each other and themselves: a builder that returns its own type, a
// pointer that implements what its element does not, nodes and edges that know each other.

type builder[Self any] interface {
	Add(string) Self
	String() string
}

func fill[B builder[B]](b B, words ...string) B {
	for _, w := range words {
		b = b.Add(w)
	}
	return b
}

type commas []string

func (c commas) Add(s string) commas { return append(c, s) }
func (c commas) String() string      { return strings.Join(c, ",") }

type counted struct{ n, letters int }

func (c *counted) Add(s string) *counted { c.n++; c.letters += len(s); return c }
func (c *counted) String() string        { return fmt.Sprintf("%d words, %d letters", c.n, c.letters) }

type setter[T any] interface {
	*T
	Set(string) error
}

func parseAll[T any, P setter[T]](in ...string) (out []T, err error) {
	for _, s := range in {
		var v T
		if err = P(&v).Set(s); err != nil {
			return
		}
		out = append(out, v)
	}
	return
}

type level int

func (l *level) Set(s string) error {
	*l = level(strings.Index("low mid high", s))
	if *l < 0 {
		return fmt.Errorf("no level %q", s)
	}
	return nil
}

type cloner[T any] interface{ Clone() T }

type matrix[R ~[]E, E ~int | ~float64] struct{ rows []R }

func (m matrix[R, E]) Clone() matrix[R, E] {
	out := matrix[R, E]{}
	for _, r := range m.rows {
		out.rows = append(out.rows, append(R(nil), r...))
	}
	return out
}

func twoOf[T cloner[T]](v T) (T, T) { return v.Clone(), v }

type ordered[T any] interface{ Before(T) bool }

func top[S ~[]T, T interface {
	ordered[T]
	fmt.Stringer
}](s S) string {
	best := s[0]
	for _, v := range s[1:] {
		if v.Before(best) {
			best = v
		}
	}
	return best.String()
}

type day int

func (d day) Before(o day) bool { return d < o }
func (d day) String() string    { return fmt.Sprintf("day %d", int(d)) }

func main() {
	fmt.Println(fill(commas(nil), "a", "b", "c"))
	fmt.Println(fill(new(counted), "one", "three"))
	fmt.Println(parseAll[level]("low", "high"))
	fmt.Println(parseAll[level]("low", "deep"))
	a, b := twoOf(matrix[[]int, int]{[][]int{{1, 2}, {3}}})
	a.rows[0][0] = 100
	fmt.Println(a, b)
	fmt.Printf("%T\n", a)
	fmt.Println(top([]day{4, 2, 9}))
}

// Output:
// a,b,c
// 2 words, 8 letters
// [0 8] <nil>
// [0] no level "deep"
// {[[100 2] [3]]} {[[1 2] [3]]}
// main.matrix[[]int,int]
// day 2
