package main

import (
	"fmt"
	"sort"
	"sync"
)

// sync.Map: what each operation answers, changes during Range, and operations of many goroutines on few keys.

func main() {
	var m sync.Map
	fmt.Println(m.Load("a"))
	m.Store("a", 1)
	fmt.Println(m.LoadOrStore("a", 2))
	fmt.Println(m.LoadOrStore("b", 3))
	fmt.Println(m.Swap("a", 10))
	fmt.Println(m.Swap("c", 11))
	fmt.Println(m.CompareAndSwap("a", 10, 12), m.CompareAndSwap("a", 10, 13), m.CompareAndSwap("zz", nil, 1))
	fmt.Println(m.CompareAndDelete("a", 10), m.CompareAndDelete("a", 12), m.CompareAndDelete("a", 12))
	fmt.Println(m.LoadAndDelete("b"))
	fmt.Println(m.LoadAndDelete("b"))
	m.Delete("never there")
	m.Store(nil, "nil key")
	m.Store([2]int{1, 2}, "array key")
	m.Store(1.0, "float")
	fmt.Println(m.Load([2]int{1, 2}))
	fmt.Println(m.Load(1))
	func() {
		defer func() { fmt.Println(recover()) }()
		m.Store([]int{1}, 1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		m.Store("f", func() {})
		m.CompareAndSwap("f", func() {}, 1)
	}()
	m.Clear()
	fmt.Println(m.Load("c"))

	for i := range 10 {
		m.Store(i, i)
	}
	n := 0
	m.Range(func(k, v any) bool {
		n++
		m.Delete((k.(int) + 1) % 10)
		m.Store(k.(int)+100, v)
		return n < 3
	})
	fmt.Println(n)

	m.Clear()
	var wg sync.WaitGroup
	stored := make([]int, 8)
	for g := range stored {
		wg.Go(func() {
			for i := range 100 {
				if _, loaded := m.LoadOrStore(i, g); !loaded {
					stored[g]++
				}
			}
		})
	}
	wg.Wait()
	total := 0
	for _, s := range stored {
		total += s
	}
	fmt.Println(total)

	m.Clear()
	m.Store("count", 0)
	for range 8 {
		wg.Go(func() {
			for range 50 {
				for {
					v, _ := m.Load("count")
					if m.CompareAndSwap("count", v, v.(int)+1) {
						break
					}
				}
			}
		})
	}
	wg.Wait()
	fmt.Println(m.Load("count"))
	var keys []string
	m.Store("other", 1)
	m.Range(func(k, _ any) bool { keys = append(keys, k.(string)); return true })
	sort.Strings(keys)
	fmt.Println(keys)
}

// Output:
// <nil> false
// 1 true
// 3 false
// 1 true
// <nil> false
// true false false
// false true false
// 3 true
// <nil> false
// array key true
// <nil> false
// runtime error: hash of unhashable type []int
// runtime error: comparing uncomparable type func()
// <nil> false
// 3
// 100
// 400 true
// [count other]
