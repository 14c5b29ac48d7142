package reflect

import (
	"iter"
	"unsafe"
)

// receiver is the type of a method value without receiver, what the receiver is as an interface, and the function.
func (v Value) receiver(op string) (sig *rtype, recv any, fn unsafe.Pointer) {
	i := int(v.flag) >> methodShift
	v.flag &^= method
	v.flag &= 1<<methodShift - 1
	t := typeOfValue(v)
	if typeKind(t) != Interface {
		sig, fn = methodOf(t, i)
		return sig, load(v), fn
	}
	name, pkg := methodName(t, i)
	if pkg != "" {
		panic("reflect: " + op + " of unexported method")
	}
	sig, _ = methodOf(t, i)
	recv = load(v)
	if recv == nil {
		panic("reflect: " + op + " of method on nil interface value")
	}
	dynamic := typeOf(recv)
	_, fn = methodOf(dynamic, dynamic.methodIndex(name))
	return sig, recv, fn
}

// NumMethod is the number of methods that Method gives.
func (v Value) NumMethod() int {
	if v.v == nil {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&method != 0 {
		return 0
	}
	return typeOfValue(v).NumMethod()
}

// Method is method i with v as its receiver.
func (v Value) Method(i int) Value {
	if v.v == nil {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&method != 0 || i < 0 || i >= v.NumMethod() {
		panic("reflect: Method index out of range")
	}
	if v.Kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	return Value{v.v, v.flag.ro() | v.flag&indirect | method | flag(i)<<methodShift}
}

// Methods ranges over the methods, described and as values.
func (v Value) Methods() iter.Seq2[Method, Value] {
	return func(yield func(Method, Value) bool) {
		t := v.Type()
		for i := range v.NumMethod() {
			if !yield(t.Method(i), v.Method(i)) {
				return
			}
		}
	}
}

// MethodByName is the method of that name with v as its receiver, or the zero Value.
func (v Value) MethodByName(name string) Value {
	if v.v == nil {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	if v.flag&method != 0 {
		return Value{}
	}
	i := typeOfValue(v).methodIndex(name)
	if i < 0 {
		return Value{}
	}
	return v.Method(i)
}

// bound is a method value as a func value.
func (v Value) bound() Value {
	sig, recv, fn := v.receiver("Interface")
	f := makeFunc(sig, func(args []Value) []Value { return enter(sig, fn, recv, true, args) })
	f.flag |= v.flag.ro()
	return f
}

// madeFromMethod is a method as a function whose first argument is the receiver.
func madeFromMethod(t *rtype, fn unsafe.Pointer) Value {
	sig := methodSig(t)
	return makeFunc(t, func(args []Value) []Value { return enter(sig, fn, load(args[0]), true, args[1:]) })
}

// methodSig is a function type without its first parameter.
func methodSig(t *rtype) *rtype {
	_, _, n, r := typeCounts(t)
	params, results := make([]*rtype, 0, n), make([]*rtype, 0, r)
	for i := 1; i < n; i++ {
		params = append(params, typeParam(t, i))
	}
	for i := range r {
		results = append(results, typeResult(t, i))
	}
	variadic, _, _ := typeFacts(t)
	return funcOf(params, results, variadic)
}

// Call calls the function v. The arguments of a variadic parameter are given one by one.
func (v Value) Call(in []Value) []Value {
	v.mustBe(Func, "Call")
	v.mustBeExported("Call")
	return v.call("Call", in)
}

// CallSlice calls the variadic function v with a slice as its last argument.
func (v Value) CallSlice(in []Value) []Value {
	v.mustBe(Func, "CallSlice")
	v.mustBeExported("CallSlice")
	return v.call("CallSlice", in)
}

func (v Value) call(op string, in []Value) []Value {
	var t *rtype
	var recv any
	var fn unsafe.Pointer
	isMethod := v.flag&method != 0
	if isMethod {
		t, recv, fn = v.receiver(op)
	} else {
		t = typeOfValue(v)
		word, _ := wordOf(v)
		fn = unsafe.Pointer(uintptr(word))
	}
	if fn == nil {
		panic("reflect.Value.Call: call of nil function")
	}
	_, _, n, _ := typeCounts(t)
	variadic, _, _ := typeFacts(t)
	if op == "CallSlice" {
		if !variadic {
			panic("reflect: CallSlice of non-variadic function")
		}
		variadic = false
	}
	fixed := n
	if variadic {
		fixed--
	}
	if len(in) < fixed {
		panic("reflect: " + op + " with too few input arguments")
	}
	if len(in) > fixed && !variadic {
		panic("reflect: " + op + " with too many input arguments")
	}
	for _, x := range in {
		if x.Kind() == Invalid {
			panic("reflect: " + op + " using zero Value argument")
		}
	}
	for i := range fixed {
		if have, want := in[i].static(), typeParam(t, i); !assignable(have, want) {
			panic("reflect: " + op + " using " + have.String() + " as type " + want.String())
		}
	}
	if variadic {
		st := typeParam(t, fixed)
		rest := Value{makeSlice(st, len(in)-fixed, len(in)-fixed), 0}
		for i, x := range in[fixed:] {
			if have, want := x.static(), typeElem(st); !assignable(have, want) {
				panic("reflect: cannot use " + have.String() + " as type " + want.String() + " in " + op)
			}
			rest.Index(i).Set(x)
		}
		in = append(append(make([]Value, 0, n), in[:fixed]...), rest)
	}
	for _, x := range in {
		x.mustBeExported("Call")
	}
	return enter(t, fn, recv, isMethod, in)
}

// enter calls fn, of type t, with the data of recv as a first argument if it is a method. The arguments are assignable.
func enter(t *rtype, fn unsafe.Pointer, recv any, isMethod bool, in []Value) []Value {
	given, taken := callSlotCounts(t)
	at := 0
	if isMethod {
		given++
	}
	buf := newBuffer(given, taken)
	if isMethod {
		putData(buf, recv)
		at = 1
	}
	for i, x := range in {
		p := typeParam(t, i)
		at = putSlots(buf, at, x.assignTo("reflect.Value.Call", p), p)
	}
	callSlots(fn, buf)
	_, _, _, r := typeCounts(t)
	if r == 0 {
		return nil
	}
	out := make([]Value, r)
	at = 0
	for i := range out {
		p := typeResult(t, i)
		out[i] = getSlots(buf, at, p)
		at += typeSlots(p)
	}
	return out
}

// callSlotCounts is how many slots the parameters and the results of a function type take.
func callSlotCounts(t *rtype) (given, taken int) {
	_, _, n, r := typeCounts(t)
	for i := range n {
		given += typeSlots(typeParam(t, i))
	}
	for i := range r {
		taken += typeSlots(typeResult(t, i))
	}
	return given, taken
}

// callSlots calls the function fn with arguments from a buffer and puts its results there. It is an instruction.
func callSlots(fn, buf unsafe.Pointer) { panic("reflect: callSlots is an instruction") }

// makeFuncEntry is the function that all made functions enter: it puts the arguments into a buffer and calls
// runMadeFunc. It is an instruction, too.
func makeFuncEntry() unsafe.Pointer { panic("reflect: makeFuncEntry is an instruction") }

// madeFunc is what a made function captures.
type madeFunc struct {
	typ *rtype
	fn  func([]Value) []Value
}

// mostSlots is how many slots a made function can take or give.
const mostSlots = 256

// MakeFunc is a function of type typ that calls fn with its arguments and returns what fn returns.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	return makeFunc(typ.self(), fn)
}

func makeFunc(t *rtype, fn func([]Value) []Value) Value {
	given, taken := callSlotCounts(t)
	if given > mostSlots || taken > mostSlots {
		panic("reflect: golite does not support MakeFunc of functions with so many parameters")
	}
	return Value{newFunc(t, makeFuncEntry(), unsafe.Pointer(&madeFunc{t, fn}), given, taken), 0}
}

// runMadeFunc is called when a made function is: the arguments are in the buffer, where the results go.
func runMadeFunc(m *madeFunc, buf unsafe.Pointer) {
	t := m.typ
	_, _, n, r := typeCounts(t)
	in := make([]Value, n)
	at := 0
	for i := range in {
		p := typeParam(t, i)
		in[i] = getSlots(buf, at, p)
		at += typeSlots(p)
	}
	out := m.fn(in)
	if len(out) != r {
		panic("reflect: wrong return count from function created by MakeFunc")
	}
	at = 0
	for i, x := range out {
		if !x.IsValid() {
			panic("reflect: function created by MakeFunc using " + "closure" + " returned zero Value")
		}
		if x.flag&readOnly != 0 {
			panic("reflect: function created by MakeFunc using " + "closure" + " returned value obtained from unexported field")
		}
		p := typeResult(t, i)
		at = putSlots(buf, at, x.assignTo("reflect.MakeFunc", p), p)
	}
}
