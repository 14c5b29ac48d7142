// Package trace numbers what happens.
package trace

import "fmt"

var count int

// Step prints a line and returns its number.
func Step(what string) int {
	count++
	fmt.Println(count, what)
	return count
}

// Value prints a line and returns v.
func Value[T any](what string, v T) T {
	Step(fmt.Sprintf("%s = %v", what, v))
	return v
}
