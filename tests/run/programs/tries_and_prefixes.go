package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

type trie struct {
	kids map[rune]*trie
	n    int
}

func (t *trie) add(word string) {
	for _, r := range word {
		if t.kids == nil {
			t.kids = map[rune]*trie{}
		}
		next := t.kids[r]
		if next == nil {
			next = new(trie)
			t.kids[r] = next
		}
		t = next
	}
	t.n++
}

func (t *trie) at(prefix string) *trie {
	for _, r := range prefix {
		if t = t.kids[r]; t == nil {
			return nil
		}
	}
	return t
}

func (t *trie) words(prefix string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) { t.at(prefix).walk(prefix, yield) }
}

func (t *trie) walk(word string, yield func(string, int) bool) bool {
	if t == nil {
		return true
	}
	if t.n > 0 && !yield(word, t.n) {
		return false
	}
	for _, r := range slices.Sorted(maps.Keys(t.kids)) {
		if !t.kids[r].walk(word+string(r), yield) {
			return false
		}
	}
	return true
}

func main() {
	var t trie
	for _, w := range strings.Fields("go gopher gone göre go channel chan change chant été gopher") {
		t.add(w)
	}
	for w, n := range t.words("go") {
		fmt.Print(w, ":", n, " ")
	}
	fmt.Println()
	for w := range t.words("chan") {
		if w == "change" {
			break
		}
		fmt.Print(w, " ")
	}
	fmt.Println(t.at("x") == nil, t.at("gö") != nil)
	for w, n := range t.words("") {
		fmt.Print(w, n, " ")
	}
	for range t.words("zzz") {
		fmt.Print("never")
	}
	fmt.Println()
}

// Output:
// go:2 gone:1 gopher:2
// chan true true
// chan1 change1 channel1 chant1 go2 gone1 gopher2 göre1 été1
