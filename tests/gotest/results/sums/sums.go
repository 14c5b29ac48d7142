// Package sums adds things up.
package sums

// Of is the sum of its arguments.
func Of(list ...int) (total int) {
	for _, n := range list {
		total += n
	}
	return total
}
