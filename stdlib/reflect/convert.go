package reflect

import "math"

// conversion makes a value of type t of another.
type conversion func(v Value, t *rtype) Value

// converter is the conversion from one type to another, nil if there is none.
func converter(from, to *rtype) conversion {
	f, t := typeKind(from), typeKind(to)
	switch {
	case (f.signed() || f.unsigned()) && (t.signed() || t.unsigned() || t.float()):
		return convertInteger
	case (f.signed() || f.unsigned()) && t == String:
		return convertRune
	case f.float() && (t.signed() || t.unsigned() || t.float()):
		return convertFloat
	case f.complex() && t.complex():
		return func(v Value, t *rtype) Value { return Value{fromComplex(t, v.Complex()), 0} }
	case f == String && t == Slice && plainElem(to, Uint8):
		return func(v Value, t *rtype) Value { return convertSlice([]byte(v.String()), t) }
	case f == String && t == Slice && plainElem(to, Int32):
		return func(v Value, t *rtype) Value { return convertSlice([]rune(v.String()), t) }
	case f == Slice && t == String && plainElem(from, Uint8):
		return func(v Value, t *rtype) Value { return Value{fromString(t, string(v.Bytes())), 0} }
	case f == Slice && t == String && plainElem(from, Int32):
		return convertRunes
	case f == Slice && t == Pointer && typeKind(typeElem(to)) == Array && typeElem(typeElem(to)) == typeElem(from):
		return convertToArrayPointer
	case f == Slice && t == Array && typeElem(to) == typeElem(from):
		return convertToArray
	case f == Chan && t == Chan && sameButForName(from, to), sameUnder(from, to, false):
		return retyped
	case f == Pointer && t == Pointer && !named(from) && !named(to) && sameUnder(typeElem(from), typeElem(to), false):
		return retyped
	case t == Interface && typeImplements(from, to):
		return retyped
	}
	return nil
}

// plainElem: slices whose elements are of kind k and of a type that is predeclared.
func plainElem(slice *rtype, k Kind) bool {
	e := typeElem(slice)
	_, pkg := typeName(e)
	return typeKind(e) == k && pkg == ""
}

func retyped(v Value, t *rtype) Value {
	r, _ := retype(v, t)
	return r
}

// numeric is a number of type t of whichever of the three fits its kind.
func numeric(t *rtype, whole uint64, float float64) Value {
	if typeKind(t).float() {
		whole = math.Float64bits(float)
	}
	return Value{fromWord(t, whole), 0}
}

func convertInteger(v Value, t *rtype) Value {
	x, k := wordOf(v)
	if k.signed() {
		return numeric(t, x, float64(int64(x)))
	}
	return numeric(t, x, float64(x))
}

func convertFloat(v Value, t *rtype) Value {
	x := v.Float()
	if typeKind(t).unsigned() {
		return numeric(t, uint64(x), x)
	}
	return numeric(t, uint64(int64(x)), x)
}

func convertRune(v Value, t *rtype) Value {
	x, k := wordOf(v)
	s := "\uFFFD"
	if k.signed() && int64(x) == int64(rune(x)) || k.unsigned() && x == uint64(rune(x)) {
		s = string(rune(x))
	}
	return Value{fromString(t, s), 0}
}

func convertSlice(s any, t *rtype) Value { return retyped(Value{v: s}, t) }

func convertRunes(v Value, t *rtype) Value {
	runes, _ := retype(v, typeOf([]rune(nil)))
	return Value{fromString(t, string(load(runes).([]rune))), 0}
}

func convertToArrayPointer(v Value, t *rtype) Value {
	n := typeElem(t).Len()
	p := arrayPointer(v, t)
	if p == nil {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to pointer to array with length " + itoa(n))
	}
	return Value{p, 0}
}

func convertToArray(v Value, t *rtype) Value {
	n := t.Len()
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to array with length " + itoa(n))
	}
	a := Value{newOf(t), 0}.Elem()
	copyElems(a, v)
	return Value{load(a), 0}
}

// Convert is v converted to type t.
func (v Value) Convert(t Type) Value {
	if v.flag&method != 0 {
		v = v.bound()
	}
	if v.v == nil {
		_ = *typeOf(v.v)
	}
	convert := converter(typeOfValue(v), t.self())
	if convert == nil {
		panic("reflect.Value.Convert: value of type " + typeOfValue(v).String() + " cannot be converted to type " + t.String())
	}
	r := convert(v, t.self())
	r.flag |= v.flag.ro()
	return r
}

// CanConvert reports whether Convert works, also for this value.
func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	if v.Kind() == Slice {
		switch {
		case t.Kind() == Array && t.Len() > v.Len():
			return false
		case t.Kind() == Pointer && t.Elem().Kind() == Array && t.Elem().Len() > v.Len():
			return false
		}
	}
	return true
}
