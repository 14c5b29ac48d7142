package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("never: Exit runs no defers")
	fmt.Println("before")
	fmt.Fprintln(os.Stderr, "to stderr")
	os.Exit(3)
}

// Exit: 3
// Output:
// before
// Stderr:
// to stderr
