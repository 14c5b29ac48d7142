package main

import (
	"fmt"
	"sort"
	"strings"
)

const text = `the cat sat on the mat
the dog sat on the log
a cat and a dog`

func count(line string, out chan<- map[string]int) {
	m := map[string]int{}
	for _, w := range strings.Fields(line) {
		m[w]++
	}
	out <- m
}

func main() {
	out := make(chan map[string]int)
	lines := strings.Split(text, "\n")
	for _, l := range lines {
		go count(l, out)
	}
	total := map[string]int{}
	for range lines {
		for w, n := range <-out {
			total[w] += n
		}
	}
	type entry struct {
		word string
		n    int
	}
	var es []entry
	for w, n := range total {
		es = append(es, entry{w, n})
	}
	sort.Slice(es, func(i, j int) bool {
		if es[i].n != es[j].n {
			return es[i].n > es[j].n
		}
		return es[i].word < es[j].word
	})
	for _, e := range es[:4] {
		fmt.Printf("%-4s %d %s\n", e.word, e.n, strings.Repeat("*", e.n))
	}
}

// Output:
// the  4 ****
// a    2 **
// cat  2 **
// dog  2 **
