// Package unique has canonical copies of values, which compare as fast as pointers.
package unique

import (
	"runtime"
	"strings"
	"sync"
	"weak"
)

// Handle stands for a value of type T: two Handles are equal exactly if the values they were made of are.
type Handle[T comparable] struct{ value *T }

// Value is a copy of the value.
func (h Handle[T]) Value() T { return *h.value }

// boxed is a value as a key: one of interface type is not taken for what it holds.
type boxed[T comparable] struct{ value T }

// table holds the canonical copies: weak.Pointer[T] by boxed[T].
var table struct {
	sync.Mutex
	copies map[any]any
}

// Make is the Handle of a value. What nobody has a Handle of is forgotten in time.
func Make[T comparable](value T) Handle[T] {
	table.Lock()
	defer table.Unlock()
	if w, ok := table.copies[boxed[T]{value}]; ok {
		if p := w.(weak.Pointer[T]).Value(); p != nil {
			return Handle[T]{p}
		}
	}
	if s, ok := any(value).(string); ok {
		// A part of a large text shall not keep all of it.
		value = any(strings.Clone(s)).(T)
	}
	p := new(T)
	*p = value
	if table.copies == nil {
		table.copies = map[any]any{}
	}
	w := weak.Make(p)
	key := boxed[T]{value}
	table.copies[key] = w
	runtime.AddCleanup(p, forget, entry{key, w})
	return Handle[T]{p}
}

// entry is an entry of the table: a value and its weak pointer.
type entry struct{ key, copy any }

// forget removes an entry whose copy has gone, unless there is another copy meanwhile.
func forget(e entry) {
	table.Lock()
	defer table.Unlock()
	if table.copies[e.key] == e.copy {
		delete(table.copies, e.key)
	}
}
