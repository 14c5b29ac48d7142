package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Print("no newline, still flushed")
	go func() { os.Exit(42) }()
	select {}
}

// Exit: 42
// Output:
// no newline, still flushed
