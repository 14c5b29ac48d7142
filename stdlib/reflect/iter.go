package reflect

import "iter"

// Seq is what a range clause with one variable goes through.
func (v Value) Seq() iter.Seq[Value] {
	t := v.Type()
	switch k := v.Kind(); {
	case k.signed() || k.unsigned():
		return v.upTo
	case k == Func && v.static().yields(1):
		return func(yield func(Value) bool) {
			y := MakeFunc(v.Type().In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in[0]))} })
			v.Call([]Value{y})
		}
	case k == Array || k == Slice || k == Pointer && t.Elem().Kind() == Array:
		return func(yield func(Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case k == String:
		return func(yield func(Value) bool) {
			for i := range v.String() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case k == Map:
		return func(yield func(Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key()) {
					return
				}
			}
		}
	case k == Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok; x, ok = v.Recv() {
				if !yield(x) {
					return
				}
			}
		}
	}
	panic("reflect: " + t.String() + " cannot produce iter.Seq[Value]")
}

// upTo counts from 0 to the integer v, in its type.
func (v Value) upTo(yield func(Value) bool) {
	x, k := wordOf(v)
	t := v.static()
	for i := uint64(0); k.signed() && int64(i) < int64(x) || k.unsigned() && i < x; i++ {
		if !yield(Value{fromWord(t, i), 0}) {
			return
		}
	}
}

// Seq2 is what a range clause with two variables goes through.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	switch k := v.Kind(); {
	case k == Func && v.static().yields(2):
		return func(yield func(Value, Value) bool) {
			y := MakeFunc(v.Type().In(0), func(in []Value) []Value { return []Value{ValueOf(yield(in[0], in[1]))} })
			v.Call([]Value{y})
		}
	case k == Array || k == Slice || k == Pointer && v.Type().Elem().Kind() == Array:
		return func(yield func(Value, Value) bool) {
			list := Indirect(v)
			for i := range v.Len() {
				if !yield(ValueOf(i), list.Index(i)) {
					return
				}
			}
		}
	case k == String:
		return func(yield func(Value, Value) bool) {
			for i, c := range v.String() {
				if !yield(ValueOf(i), ValueOf(c)) {
					return
				}
			}
		}
	case k == Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}
