package template

import (
	"fmt"
	"internal/fmtsort"
	"io"
	"reflect"
	"runtime"
	"strings"
	"text/template/parse"
)

// Most templates that may call each other without returning.
const maxCalls = 100000

// ExecError is what goes wrong during an execution, except in writing.
type ExecError struct {
	Name string // of the template
	Err  error
}

func (e ExecError) Error() string { return e.Err.Error() }
func (e ExecError) Unwrap() error { return e.Err }

// writeError is what a panic carries if writing failed.
type writeError struct{ error }

// execution is one execution of one template. Those that it calls have their own.
type execution struct {
	of        *Template
	out       io.Writer
	at        parse.Node // for messages
	variables []variable
	calls     int
}

type variable struct {
	name  string
	value reflect.Value
}

// jump is how a part of a template ended.
type jump int

const (
	ended jump = iota
	broke
	continued
)

// noValue is the value that there is not: no data, a missing key.
var noValue reflect.Value

// absent stands for the last argument of a command that has none before it in its pipeline.
type absentType struct{}

var absent = reflect.ValueOf(absentType{})

func isAbsent(v reflect.Value) bool { return v.IsValid() && v.Type() == absent.Type() }

// Execute writes the template to wr, with data as the dot. If it fails, part of it may have been written. Executions of one template
// may run at the same time.
func (t *Template) Execute(wr io.Writer, data any) (err error) {
	x := &execution{of: t, out: wr}
	defer func() {
		switch caught := recover().(type) {
		case nil:
		case runtime.Error:
			panic(caught)
		case writeError:
			err = caught.error
		case ExecError:
			err = caught
		default:
			panic(caught)
		}
	}()
	dot, ok := data.(reflect.Value)
	if !ok {
		dot = reflect.ValueOf(data)
	}
	x.variables = []variable{{"$", dot}}
	if t.Tree == nil || t.Root == nil {
		x.errorf("%q is an incomplete or empty template", t.name)
	}
	x.walk(dot, t.Root)
	return nil
}

func (x *execution) errorf(format string, args ...any) {
	escape := func(s string) string { return strings.ReplaceAll(s, "%", "%%") }
	name := x.of.name
	where := "template: " + escape(name) + ": "
	if x.at != nil {
		location, context := x.of.ErrorContext(x.at)
		where = escape(fmt.Sprintf("template: %s: executing %q at <%s>: ", location, name, context))
	}
	panic(ExecError{name, fmt.Errorf(where+format, args...)})
}

// setVariable assigns to the innermost variable of that name.
func (x *execution) setVariable(name string, value reflect.Value) {
	for i := len(x.variables) - 1; i >= 0; i-- {
		if x.variables[i].name == name {
			x.variables[i].value = value
			return
		}
	}
	x.errorf("undefined variable: %s", name)
}

func (x *execution) variableValue(name string) reflect.Value {
	for i := len(x.variables) - 1; i >= 0; i-- {
		if x.variables[i].name == name {
			return x.variables[i].value
		}
	}
	x.errorf("undefined variable: %s", name)
	return noValue
}

func (x *execution) walk(dot reflect.Value, n parse.Node) jump {
	x.at = n
	switch n := n.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			if j := x.walk(dot, child); j != ended {
				return j
			}
		}
	case *parse.TextNode:
		if _, err := x.out.Write(n.Text); err != nil {
			panic(writeError{err})
		}
	case *parse.ActionNode:
		// A pipeline that sets variables prints nothing.
		if value := x.pipeline(dot, n.Pipe); len(n.Pipe.Decl) == 0 {
			x.print(n, value)
		}
	case *parse.IfNode:
		return x.branch(dot, &n.BranchNode)
	case *parse.WithNode:
		return x.branch(dot, &n.BranchNode)
	case *parse.RangeNode:
		return x.loop(dot, &n.BranchNode)
	case *parse.TemplateNode:
		x.call(dot, n)
	case *parse.BreakNode:
		return broke
	case *parse.ContinueNode:
		return continued
	case *parse.CommentNode:
	default:
		x.errorf("unknown node: %s", n)
	}
	return ended
}

// scope ends the scope of variables that f declares.
func (x *execution) scope(f func() jump) jump {
	size := len(x.variables)
	j := f()
	x.variables = x.variables[:size]
	return j
}

func (x *execution) branch(dot reflect.Value, n *parse.BranchNode) jump {
	return x.scope(func() jump {
		value := x.pipeline(dot, n.Pipe)
		truth, ok := isTrue(indirectInterface(value))
		switch {
		case !ok:
			x.errorf("if/with can't use %v", value)
		case truth && n.NodeType == parse.NodeWith:
			return x.walk(value, n.List)
		case truth:
			return x.walk(dot, n.List)
		case n.ElseList != nil:
			return x.walk(dot, n.ElseList)
		}
		return ended
	})
}

// call executes another template.
func (x *execution) call(dot reflect.Value, n *parse.TemplateNode) {
	callee := x.of.Lookup(n.Name)
	if callee == nil {
		x.errorf("template %q not defined", n.Name)
	}
	if x.calls == maxCalls {
		x.errorf("exceeded maximum template depth (%v)", maxCalls)
	}
	data := x.pipeline(dot, n.Pipe)
	inner := &execution{of: callee, out: x.out, at: x.at, calls: x.calls + 1}
	inner.variables = []variable{{"$", data}}
	if callee.Tree == nil {
		return
	}
	inner.walk(data, callee.Root)
}

// loop executes a range.
func (x *execution) loop(dot reflect.Value, n *parse.BranchNode) jump {
	return x.scope(func() jump {
		x.at = n.Pipe
		over, _ := indirect(x.pipeline(dot, n.Pipe))
		inside := len(x.variables)
		some := false
		// once executes the body and reports whether to go on.
		once := func(index, element reflect.Value) bool {
			some = true
			x.setRangeVariables(n.Pipe, index, element)
			j := x.walk(element, n.List)
			x.variables = x.variables[:inside]
			return j != broke
		}
		x.each(over, n.Pipe, once)
		if !some && n.ElseList != nil {
			return x.walk(dot, n.ElseList)
		}
		return ended
	})
}

// setRangeVariables sets a range's variables: one is the element, two are index and element. The pipeline has declared them.
func (x *execution) setRangeVariables(pipe *parse.PipeNode, index, element reflect.Value) {
	values := []reflect.Value{element}
	if len(pipe.Decl) > 1 {
		values = []reflect.Value{index, element}
	}
	for i, v := range pipe.Decl {
		if pipe.IsAssign {
			x.setVariable(v.Ident[0], values[i])
		} else {
			x.variables[len(x.variables)-len(pipe.Decl)+i].value = values[i]
		}
	}
}

// each calls once with every index and element of over.
func (x *execution) each(over reflect.Value, pipe *parse.PipeNode, once func(index, element reflect.Value) bool) {
	two := len(pipe.Decl) > 1
	single := func() {
		for element := range over.Seq() {
			if !once(noValue, element) {
				return
			}
		}
	}
	switch kind := over.Kind(); {
	case kind == reflect.Invalid:
		// A nil map or the like.
	case over.CanInt() || over.CanUint():
		if two {
			x.errorf("can't use %v to iterate over more than one variable", over)
		}
		single()
	case kind == reflect.Array || kind == reflect.Slice:
		for i := 0; i < over.Len() && once(reflect.ValueOf(i), over.Index(i)); i++ {
		}
	case kind == reflect.Map:
		for _, entry := range fmtsort.Sort(over) {
			if !once(entry.Key, entry.Value) {
				return
			}
		}
	case kind == reflect.Chan && over.IsNil():
	case kind == reflect.Chan:
		if over.Type().ChanDir() == reflect.SendDir {
			x.errorf("range over send-only channel %v", over)
		}
		for i := 0; ; i++ {
			if element, ok := over.Recv(); !ok || !once(reflect.ValueOf(i), element) {
				return
			}
		}
	case kind == reflect.String || kind != reflect.Func:
		x.errorf("range can't iterate over %v", over)
	case over.Type().CanSeq():
		if two {
			x.errorf("can't use %v iterate over more than one variable", over)
		}
		single()
	case over.Type().CanSeq2():
		for index, element := range over.Seq2() {
			if !two {
				index, element = element, index // the variable is the first of the two
			}
			if !once(index, element) {
				return
			}
		}
	default:
		x.errorf("range can't iterate over %v", over)
	}
}

// print writes a value as fmt does.
func (x *execution) print(n parse.Node, v reflect.Value) {
	x.at = n
	shown, ok := printable(v)
	if !ok {
		x.errorf("can't print %s of type %s", n, v.Type())
	}
	if _, err := fmt.Fprint(x.out, shown); err != nil {
		panic(writeError{err})
	}
}

// printable is what fmt gets to print; false for functions and channels.
func printable(v reflect.Value) (any, bool) {
	if v.Kind() == reflect.Pointer {
		v, _ = indirect(v)
	}
	if !v.IsValid() {
		return "<no value>", true
	}
	speaks := func(t reflect.Type) bool { return t.Implements(errorType) || t.Implements(stringerType) }
	if !speaks(v.Type()) {
		switch {
		case v.CanAddr() && speaks(reflect.PointerTo(v.Type())):
			v = v.Addr()
		case v.Kind() == reflect.Chan || v.Kind() == reflect.Func:
			return nil, false
		}
	}
	return v.Interface(), true
}

// indirect follows pointers and interfaces to their end, and reports whether that is nil.
func indirect(v reflect.Value) (end reflect.Value, isNil bool) {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		if v.IsNil() {
			return v, true
		}
		v = v.Elem()
	}
	return v, false
}

// indirectInterface is the value in an interface.
func indirectInterface(v reflect.Value) reflect.Value {
	if v.Kind() != reflect.Interface {
		return v
	}
	return v.Elem()
}

// IsTrue reports whether val is not the zero value of its type, or not empty, and whether it is something of which that can be said.
func IsTrue(val any) (truth, ok bool) { return isTrue(reflect.ValueOf(val)) }

func isTrue(v reflect.Value) (truth, ok bool) {
	switch v.Kind() {
	case reflect.Invalid:
		return false, true
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() > 0, true
	case reflect.Struct:
		return true, true
	case reflect.Chan, reflect.Func, reflect.Pointer, reflect.UnsafePointer, reflect.Interface:
		return !v.IsNil(), true
	}
	return !v.IsZero(), true
}
