package reflect

// DeepEqual reports whether x and y are equal all the way down: pointers, maps and slices by what they hold. Funcs are equal only if
// both are nil.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	if typeOf(x) != typeOf(y) {
		return false
	}
	d := deep{}
	return d.equal(ValueOf(x), ValueOf(y))
}

// visit is a pair of references being compared.
type visit struct {
	a, b uintptr
	typ  *rtype
}

// deep is one comparison; pairs that are met again while they are being compared are taken as equal.
type deep struct {
	met map[visit]bool
}

// again reports whether the pair has been met.
func (d *deep) again(x, y Value) bool {
	a, b := x.Pointer(), y.Pointer()
	if a > b {
		a, b = b, a
	}
	v := visit{a, b, typeOfValue(x)}
	if d.met[v] {
		return true
	}
	if d.met == nil {
		d.met = map[visit]bool{}
	}
	d.met[v] = true
	return false
}

func (d *deep) equal(x, y Value) bool {
	if !x.IsValid() || !y.IsValid() {
		return x.IsValid() == y.IsValid()
	}
	if typeOfValue(x) != typeOfValue(y) {
		return false
	}
	switch x.Kind() {
	case Array:
		return d.elements(x, y)
	case Slice:
		if x.IsNil() != y.IsNil() || x.Len() != y.Len() {
			return false
		}
		if x.Pointer() == y.Pointer() {
			return true
		}
		if b, ok := bytesOf(x); ok {
			c, _ := bytesOf(y)
			return string(b) == string(c)
		}
		return !x.IsNil() && d.again(x, y) || d.elements(x, y)
	case Interface:
		if x.IsNil() || y.IsNil() {
			return x.IsNil() == y.IsNil()
		}
		return d.equal(x.Elem(), y.Elem())
	case Pointer:
		if x.Pointer() == y.Pointer() {
			return true
		}
		if x.IsNil() || y.IsNil() {
			return false
		}
		return d.again(x, y) || d.equal(x.Elem(), y.Elem())
	case Struct:
		for i := range x.NumField() {
			if !d.equal(x.Field(i), y.Field(i)) {
				return false
			}
		}
		return true
	case Map:
		if x.IsNil() != y.IsNil() || x.Len() != y.Len() {
			return false
		}
		if x.Pointer() == y.Pointer() || d.again(x, y) {
			return true
		}
		for it := x.MapRange(); it.Next(); {
			v := y.MapIndex(it.Key())
			if !v.IsValid() || !d.equal(it.Value(), v) {
				return false
			}
		}
		return true
	case Func:
		return x.IsNil() && y.IsNil()
	default:
		return x.any() == y.any()
	}
}

func (d *deep) elements(x, y Value) bool {
	for i := range x.Len() {
		if !d.equal(x.Index(i), y.Index(i)) {
			return false
		}
	}
	return true
}
