package atomic

import "internal/rt"

// Value holds any value, all of one type; zero holds nil.
type Value struct {
	v any
}

func loadAny(addr *any) any
func swapAny(addr *any, new any) any

// casAny stores new if *addr has old's type (or both are nil) and equals it. It panics as == does.
func casAny(addr *any, old, new any) bool

// Load returns the value, nil if there was no Store yet.
func (v *Value) Load() (val any) { return loadAny(&v.v) }

// Store sets the value.
func (v *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	if old := loadAny(&v.v); old != nil && !rt.SameType(old, val) {
		panic("sync/atomic: store of inconsistently typed value into Value")
	}
	swapAny(&v.v, val)
}

// Swap sets the value and returns the old one.
func (v *Value) Swap(new any) (old any) {
	if new == nil {
		panic("sync/atomic: swap of nil value into Value")
	}
	if old := loadAny(&v.v); old != nil && !rt.SameType(old, new) {
		panic("sync/atomic: swap of inconsistently typed value into Value")
	}
	return swapAny(&v.v, new)
}

// CompareAndSwap sets the value if it equals old.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && !rt.SameType(old, new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if cur := loadAny(&v.v); cur != nil && !rt.SameType(cur, new) {
		panic("sync/atomic: compare and swap of inconsistently typed value into Value")
	}
	if old != nil && !rt.Comparable(old) {
		panic("runtime error: comparing uncomparable type " + rt.TypeString(old))
	}
	return casAny(&v.v, old, new)
}
