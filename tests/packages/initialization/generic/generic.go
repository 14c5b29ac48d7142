// Package generic is instantiated elsewhere, with types it can not see.
package generic

import (
	"fmt"

	"example.com/initialization/trace"
)

var made = trace.Value("generic.made", 0)

// Box knows how many there were before it.
type Box[T any] struct {
	v     T
	order int
}

// New is called by package-level variables of others.
func New[T any](v T) *Box[T] {
	made++
	trace.Step(fmt.Sprintf("generic.New of %T", v))
	return &Box[T]{v, made}
}

// Show has a local type, which is another one for each T.
func (b *Box[T]) Show() any {
	type shown struct {
		V T
		N int
	}
	return shown{b.v, b.order}
}
