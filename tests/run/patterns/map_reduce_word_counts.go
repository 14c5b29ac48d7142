package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

type kv struct {
	key string
	n   int
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func mapReduce(docs []string, reducers int) map[string]int {
	parts := make([]chan kv, reducers)
	for i := range parts {
		parts[i] = make(chan kv, 16)
	}
	var mappers sync.WaitGroup
	for _, d := range docs {
		mappers.Go(func() {
			local := map[string]int{}
			for _, w := range strings.Fields(d) {
				local[strings.Trim(w, ".,")]++
			}
			for w, n := range local {
				parts[hash(w)%uint32(reducers)] <- kv{w, n}
			}
		})
	}
	results := make([]map[string]int, reducers)
	var reds sync.WaitGroup
	for i, p := range parts {
		reds.Go(func() {
			m := map[string]int{}
			for e := range p {
				m[e.key] += e.n
			}
			results[i] = m
		})
	}
	mappers.Wait()
	for _, p := range parts {
		close(p)
	}
	reds.Wait()
	all := map[string]int{}
	for _, m := range results {
		for k, n := range m {
			if all[k] != 0 {
				panic("one word in two parts")
			}
			all[k] = n
		}
	}
	return all
}

func main() {
	docs := []string{"the quick brown fox.", "the lazy dog, the end", "quick quick fox"}
	for range 5 {
		docs = append(docs, docs...)
	}
	m := mapReduce(docs[:90], 4)
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int {
		if m[a] != m[b] {
			return m[b] - m[a]
		}
		return strings.Compare(a, b)
	})
	for _, k := range keys {
		fmt.Print(k, "=", m[k], " ")
	}
	fmt.Println()
}

// Output:
// quick=90 the=90 fox=60 brown=30 dog=30 end=30 lazy=30
