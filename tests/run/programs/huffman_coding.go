package main

import (
	"fmt"
	"sort"
	"strings"
)

type tree interface{ weight() int }
type leaf struct {
	r rune
	n int
}
type fork struct {
	n    int
	l, r tree
}

func (l leaf) weight() int  { return l.n }
func (f *fork) weight() int { return f.n }

func build(text string) tree {
	counts := map[rune]int{}
	for _, r := range text {
		counts[r]++
	}
	var ts []tree
	for r, n := range counts {
		ts = append(ts, leaf{r, n})
	}
	sort.Slice(ts, func(i, j int) bool {
		a, b := ts[i].(leaf), ts[j].(leaf)
		return a.n < b.n || a.n == b.n && a.r < b.r
	})
	for len(ts) > 1 {
		f := &fork{ts[0].weight() + ts[1].weight(), ts[0], ts[1]}
		ts = ts[2:]
		at := sort.Search(len(ts), func(i int) bool { return ts[i].weight() > f.n })
		ts = append(ts[:at:at], append([]tree{f}, ts[at:]...)...)
	}
	return ts[0]
}

func codes(t tree, prefix string, out map[rune]string) map[rune]string {
	switch t := t.(type) {
	case leaf:
		out[t.r] = prefix
	case *fork:
		codes(t.l, prefix+"0", out)
		codes(t.r, prefix+"1", out)
	}
	return out
}

func decode(t tree, bits string) string {
	var b strings.Builder
	at := t
	for _, c := range bits {
		if c == '0' {
			at = at.(*fork).l
		} else {
			at = at.(*fork).r
		}
		if l, ok := at.(leaf); ok {
			b.WriteRune(l.r)
			at = t
		}
	}
	return b.String()
}

func main() {
	text := "abracadabra, said the gopher – ∀x"
	t := build(text)
	cs := codes(t, "", map[rune]string{})
	var bits strings.Builder
	for _, r := range text {
		bits.WriteString(cs[r])
	}
	fmt.Println(bits.Len(), "bits for", len(text), "bytes;", decode(t, bits.String()) == text)
	fmt.Println(cs['a'], cs['b'], len(cs['∀']) >= len(cs['a']))
}

// Output:
// 128 bits for 37 bytes; true
// 111 0011 true
