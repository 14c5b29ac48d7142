// Package weak has pointers that do not keep alive what they point to: for caches and canonical copies.
package weak

import (
	"internal/rt"
	"unsafe"
)

// Pointer is a weak pointer to a T. Two are equal if the pointers they were made of are, also after the object has
// gone. The zero Pointer is that of nil.
type Pointer[T any] struct {
	_      [0]*T
	handle unsafe.Pointer
}

// Make is a weak pointer to what ptr points to.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	return Pointer[T]{handle: rt.WeakHandle(unsafe.Pointer(ptr))}
}

// Value is the pointer p was made of, or nil if a collection has found that nothing else points to its object.
func (p Pointer[T]) Value() *T {
	if p.handle == nil {
		return nil
	}
	return (*T)(rt.WeakValue(p.handle))
}
