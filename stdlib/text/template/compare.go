package template

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
)

var (
	errBadComparisonType = errors.New("invalid type for comparison")
	errNoComparison      = errors.New("missing argument for comparison")
)

// class is what kinds can be compared with each other.
type class int

const (
	noClass class = iota
	boolClass
	complexClass
	intClass
	floatClass
	stringClass
	uintClass
)

func classOf(v reflect.Value) class {
	switch {
	case v.Kind() == reflect.Bool:
		return boolClass
	case v.Kind() == reflect.String:
		return stringClass
	case v.CanInt():
		return intClass
	case v.CanUint():
		return uintClass
	case v.CanFloat():
		return floatClass
	case v.CanComplex():
		return complexClass
	}
	return noClass
}

// mixed compares an integer with an unsigned one, in either order; false if the two are something else.
func mixed(a, b reflect.Value) (order int, ok bool) {
	switch ca, cb := classOf(a), classOf(b); {
	case ca == intClass && cb == uintClass:
		if a.Int() < 0 {
			return -1, true
		}
		return cmp.Compare(uint64(a.Int()), b.Uint()), true
	case ca == uintClass && cb == intClass:
		order, ok = mixed(b, a)
		return -order, ok
	}
	return 0, false
}

func incompatible(a, b reflect.Value) error {
	return fmt.Errorf("incompatible types for comparison: %v and %v", a.Type(), b.Type())
}

// equal reports whether first is equal to one of the others.
func equal(first reflect.Value, others ...reflect.Value) (bool, error) {
	if len(others) == 0 {
		return false, errNoComparison
	}
	first = indirectInterface(first)
	for _, other := range others {
		same, err := equalTo(first, indirectInterface(other))
		if same || err != nil {
			return same, err
		}
	}
	return false, nil
}

func equalTo(a, b reflect.Value) (bool, error) {
	if classOf(a) != classOf(b) {
		if order, ok := mixed(a, b); ok {
			return order == 0, nil
		}
		if a.IsValid() && b.IsValid() {
			return false, incompatible(a, b)
		}
		return false, nil
	}
	switch classOf(a) {
	case boolClass:
		return a.Bool() == b.Bool(), nil
	case complexClass:
		return a.Complex() == b.Complex(), nil
	case floatClass:
		return a.Float() == b.Float(), nil
	case intClass:
		return a.Int() == b.Int(), nil
	case stringClass:
		return a.String() == b.String(), nil
	case uintClass:
		return a.Uint() == b.Uint(), nil
	}
	if !comparableKinds(a, b) {
		return false, fmt.Errorf("non-comparable types %s: %v, %s: %v", a, a.Type(), b.Type(), b)
	}
	if isNil(a) || isNil(b) {
		return isNil(a) == isNil(b), nil
	}
	if !b.Type().Comparable() {
		return false, fmt.Errorf("non-comparable type %s: %v", b, b.Type())
	}
	return a.Interface() == b.Interface(), nil
}

func isNil(v reflect.Value) bool {
	return !v.IsValid() || nilable(v.Type()) && v.Type() != valueType && v.IsNil()
}

// comparableKinds reports whether values that are of no class can be compared: with their like, and with nil.
func comparableKinds(a, b reflect.Value) bool {
	return a.Kind() == b.Kind() || !a.IsValid() || !b.IsValid()
}

func notEqual(a, b reflect.Value) (bool, error) {
	same, err := equal(a, b)
	return !same, err
}

func less(a, b reflect.Value) (bool, error) {
	a, b = indirectInterface(a), indirectInterface(b)
	ca, cb := classOf(a), classOf(b)
	if ca == noClass || cb == noClass {
		return false, errBadComparisonType
	}
	if ca != cb {
		if order, ok := mixed(a, b); ok {
			return order < 0, nil
		}
		return false, incompatible(a, b)
	}
	switch ca {
	case floatClass:
		return a.Float() < b.Float(), nil
	case intClass:
		return a.Int() < b.Int(), nil
	case stringClass:
		return a.String() < b.String(), nil
	case uintClass:
		return a.Uint() < b.Uint(), nil
	}
	return false, errBadComparisonType
}

func lessOrEqual(a, b reflect.Value) (bool, error) {
	below, err := less(a, b)
	if below || err != nil {
		return below, err
	}
	return equal(a, b)
}

func greater(a, b reflect.Value) (bool, error) {
	upTo, err := lessOrEqual(a, b)
	return err == nil && !upTo, err
}

func greaterOrEqual(a, b reflect.Value) (bool, error) {
	below, err := less(a, b)
	return err == nil && !below, err
}
