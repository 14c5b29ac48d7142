// Package fmtsort puts the entries of maps into the order in which fmt prints them.
package fmtsort

import (
	"cmp"
	"reflect"
	"slices"
)

// Entry is an entry of a map.
type Entry struct{ Key, Value reflect.Value }

// Sort answers the entries of a map by key: numbers, strings and Booleans (false first) as they compare, NaN before all numbers,
// complex numbers by real part first, pointers and channels by address, structs and arrays by their first difference, interfaces
// by type (in some order) and then by value, nil first.
func Sort(m reflect.Value) []Entry {
	entries := make([]Entry, 0, m.Len())
	for it := m.MapRange(); it.Next(); {
		entries = append(entries, Entry{it.Key(), it.Value()})
	}
	slices.SortStableFunc(entries, func(a, b Entry) int { return compare(a.Key, b.Key) })
	return entries
}

func compare(a, b reflect.Value) int {
	switch k := a.Kind(); {
	case a.CanInt():
		return cmp.Compare(a.Int(), b.Int())
	case a.CanUint():
		return cmp.Compare(a.Uint(), b.Uint())
	case a.CanFloat():
		return cmp.Compare(a.Float(), b.Float())
	case a.CanComplex():
		x, y := a.Complex(), b.Complex()
		return cmp.Or(cmp.Compare(real(x), real(y)), cmp.Compare(imag(x), imag(y)))
	case k == reflect.String:
		return cmp.Compare(a.String(), b.String())
	case k == reflect.Bool:
		return cmp.Compare(number(a.Bool()), number(b.Bool()))
	case k == reflect.Pointer || k == reflect.UnsafePointer || k == reflect.Chan:
		return cmp.Compare(a.Pointer(), b.Pointer())
	case k == reflect.Struct:
		return first(a.NumField(), func(i int) int { return compare(a.Field(i), b.Field(i)) })
	case k == reflect.Array:
		return first(a.Len(), func(i int) int { return compare(a.Index(i), b.Index(i)) })
	case k == reflect.Interface && (a.IsNil() || b.IsNil()):
		return cmp.Compare(number(!a.IsNil()), number(!b.IsNil()))
	case k == reflect.Interface:
		a, b = a.Elem(), b.Elem()
		if a.Type() != b.Type() {
			return compare(reflect.ValueOf(a.Type()), reflect.ValueOf(b.Type()))
		}
		return compare(a, b)
	}
	panic("bad type in compare: " + a.Type().String())
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// first is the first of n results that is not 0.
func first(n int, at func(int) int) int {
	for i := range n {
		if c := at(i); c != 0 {
			return c
		}
	}
	return 0
}
