package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	m.Store("a", 1)
	m.Store("b", 2)
	v, ok := m.Load("a")
	fmt.Println(v, ok)
	_, ok = m.Load("z")
	fmt.Println(ok)
	fmt.Println(m.LoadOrStore("a", 9))
	fmt.Println(m.LoadOrStore("c", 3))
	fmt.Println(m.LoadAndDelete("b"))
	fmt.Println(m.Swap("a", 10))
	fmt.Println(m.CompareAndSwap("a", 10, 11), m.CompareAndSwap("a", 10, 12), m.CompareAndDelete("c", 4))
	m.Delete("none")
	n, sum := 0, 0
	m.Range(func(k, v any) bool { n++; sum += v.(int); return true })
	fmt.Println(n, sum)
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() { m.LoadOrStore(i%5, i%5) })
	}
	wg.Wait()
	n = 0
	m.Range(func(k, v any) bool { n++; return n < 4 })
	fmt.Println(n)
	m.Clear()
	m.Range(func(k, v any) bool { fmt.Println("never"); return true })
}

// Output:
// 1 true
// false
// 1 true
// 3 false
// 2 true
// 1 true
// true false false
// 2 14
// 4
