package main

import "fmt"

type k struct{ v any }

func main() {
	m := map[k]int{{1}: 1}
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = m[k{map[string]int{}}]
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		delete(map[any]bool{1: true}, any(func() {}))
	}()
	m[k{[1]any{[]int{}}}]++
}

// Exit: 2
// Output:
// runtime error: hash of unhashable type map[string]int
// runtime error: hash of unhashable type func()
// Stderr:
// panic: runtime error: hash of unhashable type []int
//
// goroutine 1 [running]:
