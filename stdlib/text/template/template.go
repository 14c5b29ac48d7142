// Package template fills templates with data: text with actions such as {{.Name}}, {{range .Items}}...{{end}} and
// {{printf "%d" .Count}} in it.
//
// An action is a pipeline, commands with | between them, each of which gets the value of the one before as its last argument.
// A command is a constant, the dot or one of its fields, keys or methods, a variable, or a function with arguments. Everything
// that is not an action is copied. The functions that there are besides those a program adds: and, call, html, index, slice, js,
// len, not, or, print, printf, println, urlquery, eq, ne, lt, le, gt and ge.
package template

import (
	"fmt"
	"io"
	"maps"
	"reflect"
	"strings"
	"sync"
	"text/template/parse"
)

// FuncMap holds functions by name. Each has one result, or two of which the second is an error; the execution stops with it if it
// is not nil.
type FuncMap map[string]any

// Template is a parsed template. The tree is exported for html/template only.
type Template struct {
	name string
	*parse.Tree
	*shared
	leftDelim, rightDelim string
}

// shared is what templates that were made from each other have in common.
type shared struct {
	templates map[string]*Template
	lock      sync.RWMutex // of templates
	missing   missingKey

	functionLock sync.RWMutex // of the two below
	functions    FuncMap
	callable     map[string]reflect.Value
}

// missingKey says what a key gives that a map does not have.
type missingKey int

const (
	keyInvalid missingKey = iota // nothing, which prints as <no value>
	keyZero                      // the zero value
	keyError                     // an error
)

// New makes a template without a text.
func New(name string) *Template { return &Template{name: name} }

// Must passes t on, and panics if err is not nil.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}

func (t *Template) init() {
	if t.shared == nil {
		t.shared = &shared{templates: map[string]*Template{}, functions: FuncMap{}, callable: map[string]reflect.Value{}}
	}
}

// Name is the template's name.
func (t *Template) Name() string { return t.name }

// New makes a template without a text that belongs with t: each can call the other.
func (t *Template) New(name string) *Template {
	t.init()
	return &Template{name: name, shared: t.shared, leftDelim: t.leftDelim, rightDelim: t.rightDelim}
}

// Clone copies the template and those that belong with it, but not what they consist of: what is added to the copy is not added
// to the original.
func (t *Template) Clone() (*Template, error) {
	c := *t
	c.shared = nil
	c.init()
	if t.shared == nil {
		return &c, nil
	}
	t.lock.RLock()
	defer t.lock.RUnlock()
	c.missing = t.missing
	for name, other := range t.templates {
		if name == t.name {
			c.templates[name] = &c
			continue
		}
		d := *other
		d.shared = c.shared
		c.templates[name] = &d
	}
	t.functionLock.RLock()
	defer t.functionLock.RUnlock()
	maps.Copy(c.functions, t.functions)
	maps.Copy(c.callable, t.callable)
	return &c, nil
}

// AddParseTree gives the template of that name, which belongs with t, a tree; it makes one if there is none.
func (t *Template) AddParseTree(name string, tree *parse.Tree) (*Template, error) {
	t.init()
	t.lock.Lock()
	defer t.lock.Unlock()
	to := t
	if name != t.name {
		to = t.New(name)
	}
	// An empty text does not replace another.
	known := t.templates[name]
	keep := known != nil && known.Tree != nil && parse.IsEmptyTree(tree.Root)
	if !keep {
		t.templates[name] = to
	}
	if !keep || to.Tree == nil {
		to.Tree = tree
	}
	return to, nil
}

// Templates are those that belong with t and have a text, t among them.
func (t *Template) Templates() []*Template {
	if t.shared == nil {
		return nil
	}
	t.lock.RLock()
	defer t.lock.RUnlock()
	list := make([]*Template, 0, len(t.templates))
	for _, other := range t.templates {
		list = append(list, other)
	}
	return list
}

// Lookup is the template of that name that belongs with t; nil if there is none.
func (t *Template) Lookup(name string) *Template {
	if t.shared == nil {
		return nil
	}
	t.lock.RLock()
	defer t.lock.RUnlock()
	return t.templates[name]
}

// DefinedTemplates lists the templates that belong with t, for messages.
func (t *Template) DefinedTemplates() string {
	var names []string
	for _, other := range t.Templates() {
		if other.Tree != nil && other.Root != nil {
			names = append(names, fmt.Sprintf("%q", other.name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "; defined templates are: " + strings.Join(names, ", ")
}

// Delims sets the delimiters of actions in texts that are parsed from now on. Empty ones are {{ and }}.
func (t *Template) Delims(left, right string) *Template {
	t.init()
	t.leftDelim, t.rightDelim = left, right
	return t
}

// Funcs adds functions. It panics if one is none that a template can call.
func (t *Template) Funcs(funcMap FuncMap) *Template {
	t.init()
	t.functionLock.Lock()
	defer t.functionLock.Unlock()
	for name, f := range funcMap {
		t.callable[name] = callable(name, f)
	}
	maps.Copy(t.functions, funcMap)
	return t
}

// Option sets options: missingkey=default (or invalid), missingkey=zero, missingkey=error. It panics if there is no such option.
func (t *Template) Option(opt ...string) *Template {
	t.init()
	for _, o := range opt {
		switch o {
		case "":
			panic("empty option string")
		case "missingkey=default", "missingkey=invalid":
			t.missing = keyInvalid
		case "missingkey=zero":
			t.missing = keyZero
		case "missingkey=error":
			t.missing = keyError
		default:
			panic("unrecognized option: " + o)
		}
	}
	return t
}

// Parse makes text the template's text, and adds the templates that it defines to those that belong with t. A text of blanks and
// definitions only leaves the one there is.
func (t *Template) Parse(text string) (*Template, error) {
	t.init()
	t.functionLock.RLock()
	trees, err := parse.Parse(t.name, text, t.leftDelim, t.rightDelim, t.functions, builtinMap())
	t.functionLock.RUnlock()
	if err != nil {
		return nil, err
	}
	for name, tree := range trees {
		if _, err := t.AddParseTree(name, tree); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// ExecuteTemplate executes the template of that name that belongs with t.
func (t *Template) ExecuteTemplate(wr io.Writer, name string, data any) error {
	other := t.Lookup(name)
	if other == nil {
		return fmt.Errorf("template: no template %q associated with template %q", name, t.name)
	}
	return other.Execute(wr, data)
}
