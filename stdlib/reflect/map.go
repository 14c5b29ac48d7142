package reflect

// keyFor is a key as a value of exactly the map's key type.
func (v Value) keyFor(key Value, context string) Value {
	return key.assignTo(context, typeKey(typeOfValue(v)))
}

// MapIndex is the value of a key, the zero Value if there is none or the map is nil.
func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map, "MapIndex")
	key = v.keyFor(key, "reflect.Value.MapIndex")
	e, _ := mapGet(v, key)
	if e.IsValid() && (v.flag|key.flag)&readOnly != 0 {
		e.flag = e.flag&^readOnly | viaField
	}
	return e
}

// MapKeys are the keys, in no particular order.
func (v Value) MapKeys() []Value {
	v.mustBe(Map, "MapKeys")
	all, _ := mapEntries(v)
	list := ValueOf(all)
	keys := make([]Value, list.Len())
	for i := range keys {
		keys[i] = part(list, i, v.flag.ro())
	}
	return keys
}

// part is a copy of element i of the slice list.
func part(list Value, i int, ro flag) Value {
	e := list.Index(i)
	if e.Kind() == Interface {
		// A value of interface type lies in memory, which list does not share with anybody.
		e.flag = indirect | ro
		return e
	}
	return Value{load(e), ro}
}

// SetMapIndex sets the value of a key; the zero Value deletes it.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map, "SetMapIndex")
	v.mustBeExported("SetMapIndex")
	key.mustBeExported("SetMapIndex")
	key = v.keyFor(key, "reflect.Value.SetMapIndex")
	if elem.v == nil {
		mapDelete(v, key)
		return
	}
	elem.mustBeExported("SetMapIndex")
	mapSet(v, key, elem.assignTo("reflect.Value.SetMapIndex", typeElem(typeOfValue(v))))
}

// MapIter goes through a map.
type MapIter struct {
	m     Value
	keys  Value // a slice; invalid before the first Next
	elems Value // a slice, or invalid: the map is asked
	next  int   // number of the entry after the current one
	elem  Value // the current entry's
	done  bool
}

// MapRange is an iterator over a map, before the first entry.
func (v Value) MapRange() *MapIter {
	v.mustBe(Map, "MapRange")
	return &MapIter{m: v}
}

// Next goes to the next entry; false: there is none.
func (it *MapIter) Next() bool {
	if !it.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if it.done {
		panic("MapIter.Next called on exhausted iterator")
	}
	if !it.keys.IsValid() {
		keys, elems := mapEntries(it.m)
		it.keys, it.elems = ValueOf(keys), ValueOf(elems)
	}
	for it.next < it.keys.Len() {
		it.next++
		// Entries that were deleted meanwhile are left out.
		e, ok := mapGet(it.m, part(it.keys, it.next-1, 0))
		if !ok && it.elems.IsValid() {
			e, ok = part(it.elems, it.next-1, 0), it.m.Len() > 0
		}
		if ok {
			it.elem = e
			return true
		}
	}
	it.done = true
	return false
}

func (it *MapIter) check(name string) {
	if it.next == 0 {
		panic(name + " called before Next")
	}
	if it.done {
		panic(name + " called on exhausted iterator")
	}
}

// Key is the current entry's key.
func (it *MapIter) Key() Value {
	it.check("MapIter.Key")
	return part(it.keys, it.next-1, it.m.flag.ro())
}

// Value is the current entry's value.
func (it *MapIter) Value() Value {
	it.check("MapIter.Value")
	e := it.elem
	e.flag |= it.m.flag.ro()
	return e
}

// Reset makes the iterator begin with the map v, or lets go of its map.
func (it *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(Map, "MapRange")
	}
	*it = MapIter{m: v}
}

// SetIterKey sets the variable v to the current key of the iterator.
func (v Value) SetIterKey(iter *MapIter) {
	iter.check("reflect.Value.SetIterKey")
	v.mustBeAssignable("SetIterKey")
	iter.m.mustBeExported("SetIterKey")
	assign(v, iter.Key().assignTo("reflect.MapIter.SetKey", typeOfValue(v)))
}

// SetIterValue sets the variable v to the current value of the iterator.
func (v Value) SetIterValue(iter *MapIter) {
	iter.check("reflect.Value.SetIterValue")
	v.mustBeAssignable("SetIterValue")
	iter.m.mustBeExported("SetIterValue")
	assign(v, iter.Value().assignTo("reflect.MapIter.SetValue", typeOfValue(v)))
}
