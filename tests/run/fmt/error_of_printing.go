// The only error that a program prints is one that printing gave it.
package main

import "fmt"

func main() {
	_, err := fmt.Println("one")
	fmt.Println("two", err)
}

// Output:
// one
// two <nil>
