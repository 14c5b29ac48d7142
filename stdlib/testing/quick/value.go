package quick

import (
	"math"
	"math/rand"
	"reflect"
)

// Generator is a type that makes its own random values. size says how large they should be.
type Generator interface {
	Generate(rand *rand.Rand, size int) reflect.Value
}

// maxSize bounds values that consist of others.
const maxSize = 50

// Value makes a random value of type t. Structs must have exported fields only.
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool) {
	m := maker{rand, true}
	value = m.value(t, maxSize)
	if !m.ok {
		return reflect.Value{}, false
	}
	return value, true
}

// maker makes values until a type turns out to be impossible.
type maker struct {
	*rand.Rand
	ok bool
}

func (m *maker) float(limit float64) float64 {
	x := m.Float64() * limit
	if m.Int()%2 == 1 {
		return -x
	}
	return x
}

// value makes a value. What is inside others gets smaller, so that recursive types come to an end.
func (m *maker) value(t reflect.Type, size int) reflect.Value {
	v := reflect.New(t).Elem()
	if !m.ok {
		return v
	}
	if g, own := v.Interface().(Generator); own {
		return g.Generate(m.Rand, size)
	}
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(m.Int()%2 == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(m.Uint64()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(m.Uint64())
	case reflect.Float32:
		v.SetFloat(m.float(math.MaxFloat32))
	case reflect.Float64:
		v.SetFloat(m.float(math.MaxFloat64))
	case reflect.Complex64, reflect.Complex128:
		limit := math.MaxFloat64
		if t.Kind() == reflect.Complex64 {
			limit = math.MaxFloat32
		}
		re := m.float(limit)
		v.SetComplex(complex(re, m.float(limit)))
	case reflect.String:
		runes := make([]rune, m.Intn(maxSize))
		for i := range runes {
			runes[i] = rune(m.Intn(0x10ffff))
		}
		v.SetString(string(runes))
	case reflect.Pointer:
		if m.Intn(size) > 0 {
			elem := m.value(t.Elem(), size)
			v.Set(reflect.New(t.Elem()))
			v.Elem().Set(elem)
		}
	case reflect.Slice:
		n := m.Intn(size)
		v.Set(reflect.MakeSlice(t, n, n))
		m.elements(v, size-n)
	case reflect.Array:
		m.elements(v, size)
	case reflect.Map:
		n := m.Intn(size)
		v.Set(reflect.MakeMap(t))
		for range n {
			key := m.value(t.Key(), size)
			if elem := m.value(t.Elem(), size); m.ok {
				v.SetMapIndex(key, elem)
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			v.Field(i).Set(m.value(t.Field(i).Type, max(size/v.NumField(), 1)))
		}
	default:
		m.ok = false
	}
	return v
}

func (m *maker) elements(v reflect.Value, size int) {
	for i := range v.Len() {
		if elem := m.value(v.Type().Elem(), size); m.ok {
			v.Index(i).Set(elem)
		}
	}
}
