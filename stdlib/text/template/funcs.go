package template

import (
	"errors"
	"fmt"
	"net/url"
	"reflect"
	"strings"
	"sync"
	"unicode"
)

// builtinMap has the functions that every template can call.
var builtinMap = sync.OnceValue(func() FuncMap {
	return FuncMap{
		"and": func(first reflect.Value, rest ...reflect.Value) reflect.Value { panic("evaluated by logical") },
		"or":  func(first reflect.Value, rest ...reflect.Value) reflect.Value { panic("evaluated by logical") },
		"not": func(v reflect.Value) bool {
			truth, _ := isTrue(indirectInterface(v))
			return !truth
		},
		"call":     func(f reflect.Value, args ...reflect.Value) (reflect.Value, error) { return callNamed("", f, args...) },
		"html":     HTMLEscaper,
		"js":       JSEscaper,
		"urlquery": URLQueryEscaper,
		"index":    index,
		"slice":    slice,
		"len":      length,
		"print":    fmt.Sprint,
		"printf":   fmt.Sprintf,
		"println":  fmt.Sprintln,
		"eq":       equal,
		"ne":       notEqual,
		"lt":       less,
		"le":       lessOrEqual,
		"gt":       greater,
		"ge":       greaterOrEqual,
	}
})

var builtins = sync.OnceValue(func() map[string]reflect.Value {
	all := map[string]reflect.Value{}
	for name, f := range builtinMap() {
		all[name] = reflect.ValueOf(f)
	}
	return all
})

// function finds a function that the program added or that every template has.
func (t *Template) function(name string) (f reflect.Value, builtin, ok bool) {
	if t.shared != nil {
		t.functionLock.RLock()
		defer t.functionLock.RUnlock()
		if f := t.callable[name]; f.IsValid() {
			return f, false, true
		}
	}
	f = builtins()[name]
	return f, true, f.IsValid()
}

// callable makes sure that a template can call f by that name.
func callable(name string, f any) reflect.Value {
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			name = "" // not one
			break
		}
	}
	v := reflect.ValueOf(f)
	switch {
	case name == "":
		panic(fmt.Errorf("function name %q is not a valid identifier", name))
	case v.Kind() != reflect.Func:
		panic("value for " + name + " not a function")
	}
	if err := checkSignature(name, v.Type()); err != nil {
		panic(err)
	}
	return v
}

func checkSignature(name string, t reflect.Type) error {
	switch n := t.NumOut(); {
	case n == 1:
		return nil
	case n != 2:
		return fmt.Errorf("function %s has %d return values; should be 1 or 2", name, n)
	}
	if second := t.Out(1); second != errorType {
		return fmt.Errorf("invalid function signature for %s: second return value should be error; is %s", name, second)
	}
	return nil
}

// safely calls f. A panic is an error.
func safely(f reflect.Value, args []reflect.Value) (result reflect.Value, err error) {
	defer func() {
		switch caught := recover().(type) {
		case nil:
		case error:
			err = caught
		default:
			err = fmt.Errorf("%v", caught)
		}
	}()
	results := f.Call(args)
	if len(results) == 2 && !results[1].IsNil() {
		err = results[1].Interface().(error)
	}
	return results[0], err
}

func isWhole(k reflect.Kind) bool { return reflect.Int <= k && k <= reflect.Uintptr }

// fit makes v an argument of type t.
func fit(v reflect.Value, t reflect.Type) (reflect.Value, error) {
	if !v.IsValid() {
		if !nilable(t) {
			return noValue, fmt.Errorf("value is nil; should be of type %s", t)
		}
		return reflect.Zero(t), nil
	}
	switch {
	case v.Type().AssignableTo(t):
		return v, nil
	case isWhole(v.Kind()) && isWhole(t.Kind()) && v.Type().ConvertibleTo(t):
		return v.Convert(t), nil
	}
	return noValue, fmt.Errorf("value has type %s; should be %s", v.Type(), t)
}

// callNamed calls a function that is a value; name is for messages.
func callNamed(name string, f reflect.Value, args ...reflect.Value) (reflect.Value, error) {
	f = indirectInterface(f)
	if !f.IsValid() {
		return noValue, fmt.Errorf("call of nil")
	}
	t := f.Type()
	if t.Kind() != reflect.Func {
		return noValue, fmt.Errorf("non-function %s of type %s", name, t)
	}
	if err := checkSignature(name, t); err != nil {
		return noValue, err
	}
	fixed := t.NumIn()
	if t.IsVariadic() {
		if fixed--; len(args) < fixed {
			return noValue, fmt.Errorf("wrong number of args for %s: got %d want at least %d", name, len(args), fixed)
		}
	} else if len(args) != fixed {
		return noValue, fmt.Errorf("wrong number of args for %s: got %d want %d", name, len(args), fixed)
	}
	values := make([]reflect.Value, len(args))
	for i, arg := range args {
		var parameter reflect.Type
		if i < fixed {
			parameter = t.In(i)
		} else {
			parameter = t.In(fixed).Elem()
		}
		var err error
		if values[i], err = fit(indirectInterface(arg), parameter); err != nil {
			return noValue, fmt.Errorf("arg %d: %w", i, err)
		}
	}
	return unwrapResult(safely(f, values))
}

func unwrapResult(v reflect.Value, err error) (reflect.Value, error) { return unwrap(v), err }

// position is an index into something that has end as its last.
func position(v reflect.Value, end int) (int, error) {
	var i int64
	switch {
	case !v.IsValid():
		return 0, fmt.Errorf("cannot index slice/array with nil")
	case v.CanInt():
		i = v.Int()
	case v.CanUint():
		i = int64(v.Uint())
	default:
		return 0, fmt.Errorf("cannot index slice/array with type %s", v.Type())
	}
	if i < 0 || int64(int(i)) != i || int(i) > end {
		return 0, fmt.Errorf("index out of range: %d", i)
	}
	return int(i), nil
}

// index is item[indexes[0]][indexes[1]] and so on.
func index(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	item = indirectInterface(item)
	if !item.IsValid() {
		return noValue, fmt.Errorf("index of untyped nil")
	}
	for _, i := range indexes {
		i = indirectInterface(i)
		var isNil bool
		if item, isNil = indirect(item); isNil {
			return noValue, fmt.Errorf("index of nil pointer")
		}
		switch item.Kind() {
		case reflect.Array, reflect.Slice, reflect.String:
			at, err := position(i, item.Len()-1)
			if err != nil {
				return noValue, err
			}
			item = item.Index(at)
		case reflect.Map:
			key, err := fit(i, item.Type().Key())
			if err != nil {
				return noValue, err
			}
			elem := item.Type().Elem()
			if item = item.MapIndex(key); !item.IsValid() {
				item = reflect.Zero(elem)
			}
		default:
			return noValue, fmt.Errorf("can't index item of type %s", item.Type())
		}
	}
	return item, nil
}

// slice is item[i:j:k]; what is missing is as in Go.
func slice(item reflect.Value, indexes ...reflect.Value) (reflect.Value, error) {
	item = indirectInterface(item)
	if !item.IsValid() {
		return noValue, fmt.Errorf("slice of untyped nil")
	}
	item, isNil := indirect(item)
	if isNil {
		return noValue, fmt.Errorf("slice of nil pointer")
	}
	if len(indexes) > 3 {
		return noValue, fmt.Errorf("too many slice indexes: %d", len(indexes))
	}
	end := 0
	switch item.Kind() {
	case reflect.String:
		if len(indexes) == 3 {
			return noValue, fmt.Errorf("cannot 3-index slice a string")
		}
		end = item.Len()
	case reflect.Array, reflect.Slice:
		end = item.Cap()
	default:
		return noValue, fmt.Errorf("can't slice item of type %s", item.Type())
	}
	at := [3]int{0, item.Len(), 0}
	for i, v := range indexes {
		var err error
		if at[i], err = position(indirectInterface(v), end); err != nil {
			return noValue, err
		}
		if i > 0 && at[i-1] > at[i] {
			return noValue, fmt.Errorf("invalid slice index: %d > %d", at[i-1], at[i])
		}
	}
	if len(indexes) == 3 {
		return item.Slice3(at[0], at[1], at[2]), nil
	}
	if at[0] > at[1] {
		return noValue, fmt.Errorf("invalid slice index: %d > %d", at[0], at[1])
	}
	return item.Slice(at[0], at[1]), nil
}

func length(item reflect.Value) (int, error) {
	item, isNil := indirect(item)
	if isNil {
		return 0, errors.New("len of nil pointer")
	}
	switch item.Kind() {
	case reflect.Array, reflect.Chan, reflect.Map, reflect.Slice, reflect.String:
		return item.Len(), nil
	}
	return 0, fmt.Errorf("len of type %s", item.Type())
}

// text prints arguments as print does.
func text(args []any) string {
	if len(args) == 1 {
		if s, ok := args[0].(string); ok {
			return s
		}
	}
	for i, arg := range args {
		if shown, ok := printable(reflect.ValueOf(arg)); ok {
			args[i] = shown
		}
	}
	return fmt.Sprint(args...)
}

// URLQueryEscaper is what the arguments print, fit for a URL's query.
func URLQueryEscaper(args ...any) string { return url.QueryEscape(text(args)) }

// HTMLEscaper is what the arguments print, fit for HTML.
func HTMLEscaper(args ...any) string { return HTMLEscapeString(text(args)) }

// JSEscaper is what the arguments print, fit for a string in JavaScript.
func JSEscaper(args ...any) string { return JSEscapeString(text(args)) }

var htmlReplacer = strings.NewReplacer("\x00", "\uFFFD", `"`, "&#34;", "'", "&#39;", "&", "&amp;", "<", "&lt;", ">", "&gt;")
