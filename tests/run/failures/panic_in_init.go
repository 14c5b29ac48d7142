package main

import "fmt"

var v = f()

func f() int { fmt.Println("initializing"); return 1 }

func init() { panic(fmt.Sprint("init failed ", v)) }

func main() { fmt.Println("never") }

// Exit: 2
// Output:
// initializing
// Stderr:
// panic: init failed 1
//
// goroutine 1 [running]:
