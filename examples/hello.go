package main

import "fmt"

// Run it with: golite run examples/hello.go
func main() {
	fmt.Println("Hello from golite!")
}

// Output:
// Hello from golite!
