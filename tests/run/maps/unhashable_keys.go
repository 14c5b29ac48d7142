package main

import "fmt"

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, r)
		}
	}()
	f()
	fmt.Println(what, "fine")
}

func main() {
	empty := map[any]int{}
	var none map[any]int
	full := map[any]int{1: 2}
	list := []int{}
	try("read empty", func() { _ = empty[list] })
	try("read nil", func() { _, _ = none[list] })
	try("read full", func() { _ = full[list] })
	try("delete empty", func() { delete(empty, any(func() {})) })
	try("delete nil", func() { delete(none, any([1]any{list})) })
	try("delete full", func() { delete(full, any(map[string]int{})) })
	try("write", func() { empty[struct{ s []string }{}] = 1 })
	type pair struct{ a, b any }
	pairs := map[pair]bool{}
	try("inside a struct", func() { _ = pairs[pair{1, list}] })
	pairs[pair{1, 2}] = true
	try("inside again", func() { _ = pairs[pair{3, list}] })
	try("nil", func() { _ = empty[nil] })
}

// Output:
// read empty hash of unhashable type: []int
// read nil hash of unhashable type: []int
// read full runtime error: hash of unhashable type []int
// delete empty hash of unhashable type: func()
// delete nil hash of unhashable type: []int
// delete full runtime error: hash of unhashable type map[string]int
// write runtime error: hash of unhashable type struct { s []string }
// inside a struct hash of unhashable type: []int
// inside again runtime error: hash of unhashable type []int
// nil fine
