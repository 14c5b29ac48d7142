package main

import "fmt"

type notFound struct{ name string }

func (e *notFound) Error() string { return "not found: " + e.name }

func main() {
	defer func() { fmt.Println("deferred") }()
	panic(&notFound{"config"})
}

// Exit: 2
// Output:
// deferred
// Stderr:
// panic: not found: config
//
// goroutine 1 [running]:
