// A map large enough to be kept in several parts: growing while it is ranged over, deleting and putting back meanwhile,
// clearing, keys that are not equal to themselves, and copies of it that agree.
package main

import (
	"fmt"
	"maps"
	"math"
)

const n = 120_000

func check(name string, ok bool) {
	if !ok {
		fmt.Println("wrong:", name)
	}
}

func main() {
	m := map[int]int{}
	for i := range n {
		m[i*7] = i
	}
	fmt.Println(len(m), m[7*(n-1)], m[7*n])

	// Every entry exactly once, from wherever the loop begins.
	for range 3 {
		seen := make([]bool, n)
		sum := 0
		for k, v := range m {
			check("twice", !seen[v])
			check("key", k == 7*v)
			seen[v] = true
			sum++
		}
		check("count", sum == n)
	}

	// While it grows to three times the size, old entries still come exactly once, with their present values.
	seen := make([]int, n)
	added := 0
	for k, v := range m {
		if k >= 0 && k%7 == 0 && v < n {
			seen[v]++
			m[k] = v + n // not seen again: the value tells
		}
		if added < 2*n {
			added++
			m[-added] = -1
		}
	}
	once := 0
	for _, c := range seen {
		if c == 1 {
			once++
		}
	}
	fmt.Println(once, len(m) == n+added)

	// What is deleted before it is reached does not come; what is deleted and put back may, once.
	came := 0
	for k := range m {
		if k < 0 {
			delete(m, k)
			delete(m, k-1)
			m[1_000_000_000-k] = 1
			came++
		}
	}
	negative := 0
	for k := range m {
		if k < 0 {
			negative++
		}
	}
	check("half at least", came >= added/2)
	check("none left", negative == 0)
	fmt.Println(len(m) == n+came)

	// Keys that are not equal to themselves are never found, only ranged over and cleared.
	f := map[float64]int{}
	for i := range 40_000 {
		f[math.NaN()] = 1
		f[float64(i)] = 1
	}
	sum, odd := 0, 0
	for k, v := range f {
		sum += v
		if k != k {
			odd++
			f[float64(-odd)] = 0
		}
	}
	_, found := f[math.NaN()]
	fmt.Println(len(f), sum, odd, found)
	rounds := 0
	for range f {
		rounds++
		if rounds == 10 {
			clear(f)
		}
	}
	fmt.Println(len(f), rounds)

	// A table of strings, made with its size in mind, equals one that has grown.
	a, b := make(map[string]int, 100_000), map[string]int{}
	for i := range 100_000 {
		s := fmt.Sprint("key ", i)
		a[s], b[s] = i, i
	}
	c := maps.Clone(a)
	for i := 0; i < 100_000; i += 2 {
		delete(b, fmt.Sprint("key ", i))
	}
	check("shrunk", len(b) == 50_000)
	for i := 0; i < 100_000; i += 2 {
		b[fmt.Sprint("key ", i)] = i
	}
	fmt.Println(maps.Equal(a, b), maps.Equal(b, c), len(a))
}

// NoStress: the tables are large
// Output:
// 120000 119999 0
// 120000 true
// true
// 120000 80000 40000 false
// 0 10
// true true 100000
