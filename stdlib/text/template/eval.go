package template

import (
	"fmt"
	"reflect"
	"strings"
	"text/template/parse"
)

var (
	errorType    = reflect.TypeFor[error]()
	stringerType = reflect.TypeFor[fmt.Stringer]()
	valueType    = reflect.TypeFor[reflect.Value]()
)

// pipeline is the value of a pipeline, which its variables have afterwards, too.
func (x *execution) pipeline(dot reflect.Value, pipe *parse.PipeNode) reflect.Value {
	if pipe == nil {
		return noValue
	}
	x.at = pipe
	value := absent
	for _, c := range pipe.Cmds {
		value = x.command(dot, c, value)
		// A plain interface has nothing to tell.
		if value.Kind() == reflect.Interface && value.Type().NumMethod() == 0 {
			value = value.Elem()
		}
	}
	for _, v := range pipe.Decl {
		if pipe.IsAssign {
			x.setVariable(v.Ident[0], value)
		} else {
			x.variables = append(x.variables, variable{v.Ident[0], value})
		}
	}
	return value
}

// command is the value of a command; last is the value of the one before it in the pipeline.
func (x *execution) command(dot reflect.Value, c *parse.CommandNode, last reflect.Value) reflect.Value {
	first := c.Args[0]
	switch n := first.(type) {
	case *parse.FieldNode:
		return x.fields(dot, dot, n, n.Ident, c.Args, last)
	case *parse.ChainNode:
		return x.chain(dot, n, c.Args, last)
	case *parse.IdentifierNode:
		return x.function(dot, n, c, c.Args, last)
	case *parse.VariableNode:
		return x.variable(dot, n, c.Args, last)
	}
	x.at = first
	if len(c.Args) > 1 || !isAbsent(last) {
		x.errorf("can't give argument to non-function %s", first)
	}
	switch n := first.(type) {
	case *parse.PipeNode:
		return x.pipeline(dot, n)
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.DotNode:
		return dot
	case *parse.NilNode:
		x.errorf("nil is not a command")
	case *parse.NumberNode:
		return x.constant(n)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	}
	x.errorf("can't evaluate command %q", first)
	return noValue
}

// constant is a number in the type that Go would give it.
func (x *execution) constant(n *parse.NumberNode) reflect.Value {
	x.at = n
	digits := strings.TrimLeft(n.Text, "+-")
	hex := len(digits) > 2 && digits[0] == '0' && (digits[1] == 'x' || digits[1] == 'X') && !strings.ContainsAny(digits, "pP")
	switch {
	case n.IsComplex:
		return reflect.ValueOf(n.Complex128)
	case n.IsFloat && !hex && n.Text[0] != '\'' && strings.ContainsAny(n.Text, ".eEpP"):
		return reflect.ValueOf(n.Float64)
	case n.IsInt && int64(int(n.Int64)) == n.Int64:
		return reflect.ValueOf(int(n.Int64))
	case n.IsInt || n.IsUint:
		x.errorf("%s overflows int", n.Text)
	}
	return noValue
}

func (x *execution) variable(dot reflect.Value, n *parse.VariableNode, args []parse.Node, last reflect.Value) reflect.Value {
	x.at = n
	value := x.variableValue(n.Ident[0])
	if len(n.Ident) > 1 {
		return x.fields(dot, value, n, n.Ident[1:], args, last)
	}
	if len(args) > 1 || !isAbsent(last) {
		x.errorf("can't give argument to non-function %s", args[0])
	}
	return value
}

func (x *execution) chain(dot reflect.Value, n *parse.ChainNode, args []parse.Node, last reflect.Value) reflect.Value {
	x.at = n
	if len(n.Field) == 0 {
		x.errorf("internal error: no fields in evalChainNode")
	}
	if n.Node.Type() == parse.NodeNil {
		x.errorf("indirection through explicit nil in %s", n)
	}
	return x.fields(dot, x.argument(dot, nil, n.Node), n, n.Field, args, last)
}

// fields goes from of through fields, keys and methods. The arguments are for the last, if that is a method.
func (x *execution) fields(dot, of reflect.Value, n parse.Node, names []string, args []parse.Node, last reflect.Value) reflect.Value {
	x.at = n
	end := len(names) - 1
	for _, name := range names[:end] {
		of = x.field(dot, name, n, nil, absent, of)
	}
	return x.field(dot, names[end], n, args, last, of)
}

// field is a method's result, a field or the value of a key.
func (x *execution) field(dot reflect.Value, name string, n parse.Node, args []parse.Node, last, of reflect.Value) reflect.Value {
	if !of.IsValid() {
		if x.of.missing == keyError {
			x.errorf("nil data; no entry for key %q", name)
		}
		return noValue
	}
	t := of.Type()
	of, isNil := indirect(of)
	if isNil && of.Kind() == reflect.Interface {
		x.errorf("nil pointer evaluating %s.%s", t, name)
	}
	receiver := of
	if k := of.Kind(); k != reflect.Interface && k != reflect.Pointer && of.CanAddr() {
		receiver = of.Addr() // has the methods of both
	}
	if method := receiver.MethodByName(name); method.IsValid() {
		return x.invoke(dot, method, false, n, name, args, last)
	}
	hasArguments := len(args) > 1 || !isAbsent(last)
	switch of.Kind() {
	case reflect.Struct:
		f, ok := of.Type().FieldByName(name)
		if !ok {
			break
		}
		value, err := of.FieldByIndexErr(f.Index)
		switch {
		case !f.IsExported():
			x.errorf("%s is an unexported field of struct type %s", name, t)
		case err != nil:
			x.errorf("%v", err)
		case hasArguments:
			x.errorf("%s has arguments but cannot be invoked as function", name)
		}
		return value
	case reflect.Map:
		key := reflect.ValueOf(name)
		if !key.Type().AssignableTo(of.Type().Key()) {
			break
		}
		if hasArguments {
			x.errorf("%s is not a method but has arguments", name)
		}
		value := of.MapIndex(key)
		if value.IsValid() || x.of.missing == keyInvalid {
			return value
		}
		if x.of.missing == keyError {
			x.errorf("map has no entry for key %q", name)
		}
		return reflect.Zero(of.Type().Elem())
	case reflect.Pointer:
		// It is nil: say so, unless there would be no such field anyway.
		if s := of.Type().Elem(); s.Kind() == reflect.Struct {
			if _, ok := s.FieldByName(name); !ok {
				break
			}
		}
		x.errorf("nil pointer evaluating %s.%s", t, name)
	}
	x.errorf("can't evaluate field %s in type %s", name, t)
	return noValue
}

func (x *execution) function(dot reflect.Value, n *parse.IdentifierNode, whole parse.Node, args []parse.Node, last reflect.Value) reflect.Value {
	x.at = n
	f, builtin, ok := x.of.function(n.Ident)
	if !ok {
		x.errorf("%q is not a defined function", n.Ident)
	}
	return x.invoke(dot, f, builtin, whole, n.Ident, args, last)
}

// invoke calls a function or a bound method. args has the function itself at 0, unless it is nil.
func (x *execution) invoke(dot, f reflect.Value, builtin bool, n parse.Node, name string, args []parse.Node, last reflect.Value) reflect.Value {
	if args != nil {
		args = args[1:]
	}
	t := f.Type()
	given := len(args)
	if !isAbsent(last) {
		given++
	}
	fixed := t.NumIn()
	if t.IsVariadic() {
		if fixed--; given < fixed {
			x.errorf("wrong number of args for %s: want at least %d got %d", name, fixed, len(args))
		}
	} else if given != fixed {
		x.errorf("wrong number of args for %s: want %d got %d", name, fixed, given)
	}
	if err := checkSignature(name, t); err != nil {
		x.errorf("%v", err)
	}
	parameter := func(i int) reflect.Type {
		if i < fixed {
			return t.In(i)
		}
		return t.In(fixed).Elem()
	}
	if builtin && (name == "and" || name == "or") {
		return x.logical(dot, name == "or", args, last)
	}
	values := make([]reflect.Value, 0, given+1)
	if builtin && name == "call" {
		// It names what it calls in its messages.
		callee := last.String()
		if len(args) > 0 {
			callee = args[0].String()
		}
		values = append(values, reflect.ValueOf(callee))
		f = reflect.ValueOf(callNamed)
	}
	for i, arg := range args {
		values = append(values, x.argument(dot, parameter(i), arg))
	}
	if !isAbsent(last) {
		values = append(values, x.assignable(last, parameter(given-1)))
	}
	result, err := safely(f, values)
	if err != nil {
		x.at = n
		x.errorf("error calling %s: %w", name, err)
	}
	return unwrap(result)
}

// logical is and, or or: the first argument that decides, else the last; those after it are not evaluated.
func (x *execution) logical(dot reflect.Value, decides bool, args []parse.Node, last reflect.Value) (v reflect.Value) {
	for _, arg := range args {
		v = unwrap(x.argument(dot, valueType, arg))
		if truth, _ := isTrue(indirectInterface(v)); truth == decides {
			return v
		}
	}
	if !isAbsent(last) {
		v = unwrap(x.assignable(last, valueType))
	}
	return v
}

// unwrap is the value that a reflect.Value holds which is itself a value.
func unwrap(v reflect.Value) reflect.Value {
	if v.IsValid() && v.Type() == valueType {
		return v.Interface().(reflect.Value)
	}
	return v
}

func nilable(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return t == valueType
}

// assignable makes v a value that can be assigned to t, which may be nil: any type.
func (x *execution) assignable(v reflect.Value, t reflect.Type) reflect.Value {
	if !v.IsValid() {
		if t == nil {
			return noValue
		}
		if !nilable(t) {
			x.errorf("invalid value; expected %s", t)
		}
		return reflect.Zero(t)
	}
	if t == valueType && v.Type() != t {
		return reflect.ValueOf(v)
	}
	if t == nil || v.Type().AssignableTo(t) {
		return v
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if v = v.Elem(); v.Type().AssignableTo(t) {
			return v
		}
	}
	switch {
	case v.Kind() == reflect.Pointer && v.Type().Elem().AssignableTo(t):
		if v = v.Elem(); !v.IsValid() {
			x.errorf("dereference of nil pointer of type %s", t)
		}
	case reflect.PointerTo(v.Type()).AssignableTo(t) && v.CanAddr():
		v = v.Addr()
	default:
		x.errorf("wrong type for value; expected %s; got %s", t, v.Type())
	}
	return v
}

// argument is the value of an argument of type t, which may be nil: any type.
func (x *execution) argument(dot reflect.Value, t reflect.Type, n parse.Node) reflect.Value {
	x.at = n
	switch arg := n.(type) {
	case *parse.DotNode:
		return x.assignable(dot, t)
	case *parse.NilNode:
		if !nilable(t) {
			x.errorf("cannot assign nil to %s", t)
		}
		return reflect.Zero(t)
	case *parse.FieldNode:
		return x.assignable(x.fields(dot, dot, arg, arg.Ident, []parse.Node{n}, absent), t)
	case *parse.VariableNode:
		return x.assignable(x.variable(dot, arg, nil, absent), t)
	case *parse.PipeNode:
		return x.assignable(x.pipeline(dot, arg), t)
	case *parse.IdentifierNode:
		return x.assignable(x.function(dot, arg, arg, nil, absent), t)
	case *parse.ChainNode:
		return x.assignable(x.chain(dot, arg, nil, absent), t)
	}
	if t == valueType || t.Kind() == reflect.Interface && t.NumMethod() == 0 {
		v := x.untyped(n)
		if t == valueType {
			v = reflect.ValueOf(v)
		}
		return v
	}
	v := reflect.New(t).Elem()
	number, _ := n.(*parse.NumberNode)
	expected := ""
	switch k := v.Kind(); {
	case k == reflect.Bool:
		if b, ok := n.(*parse.BoolNode); ok {
			v.SetBool(b.True)
			return v
		}
		expected = "bool"
	case k == reflect.String:
		if s, ok := n.(*parse.StringNode); ok {
			v.SetString(s.Text)
			return v
		}
		expected = "string"
	case v.CanInt():
		if number != nil && number.IsInt {
			v.SetInt(number.Int64)
			return v
		}
		expected = "integer"
	case v.CanUint():
		if number != nil && number.IsUint {
			v.SetUint(number.Uint64)
			return v
		}
		expected = "unsigned integer"
	case v.CanFloat():
		if number != nil && number.IsFloat {
			v.SetFloat(number.Float64)
			return v
		}
		expected = "float"
	case v.CanComplex():
		if number != nil && number.IsComplex {
			v.SetComplex(number.Complex128)
			return v
		}
		expected = "complex"
	default:
		x.errorf("can't handle %s for arg of type %s", n, t)
	}
	x.errorf("expected %s; found %s", expected, n)
	return noValue
}

// untyped is a constant in its own type.
func (x *execution) untyped(n parse.Node) reflect.Value {
	switch n := n.(type) {
	case *parse.BoolNode:
		return reflect.ValueOf(n.True)
	case *parse.NumberNode:
		return x.constant(n)
	case *parse.StringNode:
		return reflect.ValueOf(n.Text)
	}
	x.errorf("can't handle assignment of %s to empty interface argument", n)
	return noValue
}
