package main

import (
	"fmt"
	"os"
)

func main() {
	defer func() {
		fmt.Println("exiting", recover() != nil)
		os.Exit(0)
	}()
	panic("hidden")
}

// Output:
// exiting true
