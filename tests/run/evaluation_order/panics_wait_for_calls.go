// Calls of an expression are made before its other operations, so what would panic does so only after calls to its right.
package main

import "fmt"

type box struct{ n int }

func (b *box) get() int { return b.n }

func say[T any](name string, v T) T {
	fmt.Print(name, " ")
	return v
}

func try(what string, f func() any) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("| %s: %v\n", what, r)
		}
	}()
	fmt.Printf("| %s = %v\n", what, f())
}

func main() {
	zero, seven, minus := 0, 7, -1
	arr := [3]int{10, 20, 30}
	list := []int{1, 2}
	text := "abc"
	var none *box
	var any1, any2 any = []int{1}, []int{1}
	var holds any = "a string"
	var m map[string]int
	var fn func() int

	try("division", func() any { return seven/zero + say("called", 1) })
	try("modulo", func() any { return seven%zero == say("called", 0) })
	try("division in an argument", func() any { return fmt.Sprint(seven/zero, say("called", 1)) })
	try("division of floats", func() any { return float64(seven)/float64(zero) > say("called", 1.0) })
	try("array index", func() any { return arr[seven] + say("called", 1) })
	try("slice index", func() any { return list[seven] + say("called", 1) })
	try("string index", func() any { return text[seven] + say("called", byte(1)) })
	try("nil field", func() any { return none.n + say("called", 1) })
	try("nil dereference", func() any { return (*none).n - say("called", 1) })
	try("nil map", func() any { return m["x"] + say("called", 1) })
	try("shift", func() any { return 1<<minus + say("called", 1) })
	try("comparison", func() any { return (any1 == any2) == say("called", true) })
	try("assertion to a pointer", func() any { return holds.(*box).n + say("called", 1) })
	try("conversion to an array", func() any { return [3]int(list)[0] + say("called", 1) })

	// These take their turn: they come before calls to their right.
	try("slicing", func() any { return len(list[seven:]) + say("called", 1) })
	try("assertion to an int", func() any { return holds.(int) + say("called", 1) })
	try("nil method", func() any { return none.get() + say("called", 1) })
	try("nil function", func() any { return fn() + say("called", 1) })
	try("make", func() any { return len(make([]int, minus)) + say("called", 1) })
	try("or", func() any { return (seven/zero > 1 || true) == say("called", true) })
	try("short circuit", func() any { return (zero != 0 && seven/zero > 1) == say("called", true) })

	// Arguments and operands of statements.
	try("index of a call", func() any { return say("slice", list)[seven/zero+say("index", 0)] })
	try("literal", func() any { return []int{seven / zero, say("element", 2)} })
	try("struct literal", func() any { return box{n: say("field", arr[seven])} })
	try("assignment", func() any {
		arr[seven%3], list[0] = seven/zero, say("right", 5)
		return nil
	})
	try("compound", func() any {
		list[say("index", 1)] += seven/zero + say("right", 1)
		return nil
	})
	try("return", func() any {
		f := func() (int, int) { return seven / zero, say("second", 2) }
		a, b := f()
		return a + b
	})
	fmt.Println(arr, list)
}

// Output:
// called | division: runtime error: integer divide by zero
// called | modulo: runtime error: integer divide by zero
// called | division in an argument: runtime error: integer divide by zero
// called | division of floats = true
// called | array index: runtime error: index out of range [7] with length 3
// called | slice index: runtime error: index out of range [7] with length 2
// called | string index: runtime error: index out of range [7] with length 3
// called | nil field: runtime error: invalid memory address or nil pointer dereference
// called | nil dereference: runtime error: invalid memory address or nil pointer dereference
// called | nil map = 1
// called | shift: runtime error: negative shift amount
// called | comparison: runtime error: comparing uncomparable type []int
// called | assertion to a pointer: interface conversion: interface {} is string, not *main.box
// called | conversion to an array: runtime error: cannot convert slice with length 2 to array or pointer to array with length 3
// | slicing: runtime error: slice bounds out of range [7:2]
// | assertion to an int: interface conversion: interface {} is string, not int
// | nil method: runtime error: invalid memory address or nil pointer dereference
// | nil function: runtime error: invalid memory address or nil pointer dereference
// | make: runtime error: makeslice: len out of range
// | or: runtime error: integer divide by zero
// called | short circuit = false
// slice index | index of a call: runtime error: integer divide by zero
// element | literal: runtime error: integer divide by zero
// | struct literal: runtime error: index out of range [7] with length 3
// right | assignment: runtime error: integer divide by zero
// index right | compound: runtime error: integer divide by zero
// second | return: runtime error: integer divide by zero
// [10 20 30] [1 2]
