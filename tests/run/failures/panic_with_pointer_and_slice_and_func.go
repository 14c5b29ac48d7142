package main

import "fmt"

type e struct{ msg string }

func (x e) Error() string { return x.msg }

func try(v any) {
	defer func() { fmt.Printf("%T\n", recover()) }()
	panic(v)
}

func main() {
	try([]int{1})
	try(func() {})
	try(map[string]int{})
	try(&e{"x"})
	defer func() {
		r := recover()
		panic(fmt.Errorf("wrapped: %w", r.(error)))
	}()
	panic(e{"inner"})
}

// Exit: 2
// Output:
// []int
// func()
// map[string]int
// *main.e
// Stderr:
// panic: inner [recovered]
// 	panic: wrapped: inner
//
// goroutine 1 [running]:
