package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println(len(os.Args), os.Args[1:])
	fmt.Println(os.Getenv("GOLITE_TEST"), os.Getenv("SURELY_NOT_SET") == "")
	v, ok := os.LookupEnv("GOLITE_TEST")
	fmt.Println(v, ok)
	os.Setenv("ADDED", "1")
	fmt.Println(os.Getenv("ADDED"), os.ExpandEnv("$ADDED-${GOLITE_TEST}"))
	os.Unsetenv("ADDED")
	_, ok = os.LookupEnv("ADDED")
	fmt.Println(ok)
}

// Args: one -two three=3
// Env: GOLITE_TEST=value
// Output:
// 4 [one -two three=3]
// value true
// value true
// 1 1-value
// false
