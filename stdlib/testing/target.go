package testing

import (
	"fmt"
	"reflect"
)

// target is a function that a fuzz test runs with seeds.
type target struct {
	fn     reflect.Value
	params []reflect.Type // behind the *T
}

func newTarget(f any) *target {
	fn := reflect.ValueOf(f)
	if fn.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	sig := fn.Type()
	if sig.NumIn() < 2 || sig.In(0) != reflect.TypeFor[*T]() {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if sig.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	t := &target{fn: fn}
	for i := 1; i < sig.NumIn(); i++ {
		p := sig.In(i)
		if !fuzzable(reflect.Zero(p).Interface()) {
			panic(fmt.Sprintf("testing: unsupported type for fuzzing %v", p))
		}
		t.params = append(t.params, p)
	}
	return t
}

// accepts reports what is wrong with arguments.
func (t *target) accepts(args []any) error {
	if len(args) != len(t.params) {
		return fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(args), len(t.params))
	}
	same := true
	types := make([]reflect.Type, len(args))
	for i, arg := range args {
		types[i] = reflect.TypeOf(arg)
		same = same && types[i] == t.params[i]
	}
	if !same {
		return fmt.Errorf("mismatched types in corpus entry: %v, want %v", types, t.params)
	}
	return nil
}

// call runs the function.
func (t *target) call(test *T, args []any) {
	in := []reflect.Value{reflect.ValueOf(test)}
	for _, arg := range args {
		in = append(in, reflect.ValueOf(arg))
	}
	t.fn.Call(in)
}
