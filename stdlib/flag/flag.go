// Package flag parses the options of a command line.
package flag

import (
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"runtime"
	"sort"
	"strconv"
	"strings"
)

// ErrHelp is what Parse returns for -h or -help, if no such flag is defined.
var ErrHelp = errors.New("flag: help requested")

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

func numError(err error) error {
	var e *strconv.NumError
	if !errors.As(err, &e) {
		return err
	}
	switch e.Err {
	case strconv.ErrSyntax:
		return errParse
	case strconv.ErrRange:
		return errRange
	}
	return err
}

// Value is what a flag sets. A Value with a method IsBoolFlag that is true needs no argument.
type Value interface {
	String() string
	Set(string) error
}

// Getter is a Value that can be read.
type Getter interface {
	Value
	Get() any
}

type boolFlag interface {
	Value
	IsBoolFlag() bool
}

// ErrorHandling is what Parse does after a mistake.
type ErrorHandling int

// What Parse may do.
const (
	ContinueOnError ErrorHandling = iota // return the error
	ExitOnError                          // exit with status 2; 0 after -help
	PanicOnError                         // panic with the error
)

// Flag is one flag.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

// FlagSet is a set of flags.
type FlagSet struct {
	Usage func()

	name     string
	parsed   bool
	actual   map[string]*Flag
	formal   map[string]*Flag
	args     []string
	early    map[string]string // where flags were set that are not defined
	handling ErrorHandling
	output   io.Writer
}

func sorted(flags map[string]*Flag) []*Flag {
	list := make([]*Flag, 0, len(flags))
	for _, f := range flags {
		list = append(list, f)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Name < list[j].Name })
	return list
}

// NewFlagSet makes an empty set.
func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, handling: errorHandling}
	f.Usage = f.defaultUsage
	return f
}

// Init sets name and handling.
func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name, f.handling = name, errorHandling
}

// Output is where messages go.
func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

// Name is the set's name.
func (f *FlagSet) Name() string { return f.name }

// ErrorHandling is the set's handling.
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.handling }

// SetOutput sets where messages go.
func (f *FlagSet) SetOutput(output io.Writer) { f.output = output }

// VisitAll calls fn for all flags, in order of names.
func (f *FlagSet) VisitAll(fn func(*Flag)) {
	for _, flag := range sorted(f.formal) {
		fn(flag)
	}
}

// Visit calls fn for the flags that were set, in order of names.
func (f *FlagSet) Visit(fn func(*Flag)) {
	for _, flag := range sorted(f.actual) {
		fn(flag)
	}
}

// Lookup is the flag with that name, or nil.
func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

// Set sets a flag.
func (f *FlagSet) Set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		return f.setEarly(name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[name] = flag
	return nil
}

// setEarly refuses to set a flag that is not defined, and remembers the place.
func (f *FlagSet) setEarly(name string) error {
	skip := 2
	if f == CommandLine {
		skip++
	}
	place := ""
	if _, file, line, ok := runtime.Caller(skip); ok {
		place = fmt.Sprintf("%s:%d", file, line)
	}
	if f.early == nil {
		f.early = map[string]string{}
	}
	f.early[name] = place
	return fmt.Errorf("no such flag -%v", name)
}

// isZero reports whether value is how a zero Value of flag's type prints. An error says that printing it panics.
func isZero(flag *Flag, value string) (zero bool, err error) {
	t := reflect.TypeOf(flag.Value)
	v, pointer := reflect.Zero(t), t.Kind() == reflect.Pointer
	if pointer {
		v = reflect.New(t.Elem())
	}
	defer func() {
		if cause := recover(); cause != nil {
			if pointer {
				t = t.Elem()
			}
			err = fmt.Errorf("panic calling String method on zero %v for flag %s: %v", t, flag.Name, cause)
		}
	}()
	return v.Interface().(Value).String() == value, nil
}

// UnquoteUsage is the name of flag's value, in backquotes in its usage, and the usage.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	usage = flag.Usage
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		if name, after, ok := strings.Cut(rest, "`"); ok {
			return name, before + name + after
		}
	}
	return kindName(flag.Value), usage
}

// kindName stands for a value in the list of flags.
func kindName(v Value) string {
	if b, ok := v.(boolFlag); ok && b.IsBoolFlag() {
		return ""
	}
	switch v.(type) {
	case *stringValue:
		return "string"
	case *intValue, *int64Value:
		return "int"
	case *uintValue, *uint64Value:
		return "uint"
	case *float64Value:
		return "float"
	case *durationValue:
		return "duration"
	}
	return "value"
}

// PrintDefaults prints all flags with their usages.
func (f *FlagSet) PrintDefaults() {
	var problems []error
	f.VisitAll(func(flag *Flag) {
		var b strings.Builder
		fmt.Fprintf(&b, "  -%s", flag.Name)
		name, usage := UnquoteUsage(flag)
		if len(name) > 0 {
			b.WriteString(" " + name)
		}
		if b.Len() <= 4 {
			b.WriteString("\t")
		} else {
			b.WriteString("\n    \t")
		}
		b.WriteString(strings.ReplaceAll(usage, "\n", "\n    \t"))
		zero, err := isZero(flag, flag.DefValue)
		if err != nil {
			problems = append(problems, err)
		} else if !zero {
			if _, ok := flag.Value.(*stringValue); ok {
				fmt.Fprintf(&b, " (default %q)", flag.DefValue)
			} else {
				fmt.Fprintf(&b, " (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), b.String(), "\n")
	})
	for i, err := range problems {
		if i == 0 {
			fmt.Fprintln(f.Output())
		}
		fmt.Fprintln(f.Output(), err)
	}
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// NFlag is how many flags were set.
func (f *FlagSet) NFlag() int { return len(f.actual) }

// Arg is argument i that is no flag.
func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

// NArg is how many arguments are no flags.
func (f *FlagSet) NArg() int { return len(f.args) }

// Args is the arguments that are no flags.
func (f *FlagSet) Args() []string { return f.args }

// Parsed reports whether Parse was called.
func (f *FlagSet) Parsed() bool { return f.parsed }

// Var defines a flag.
func (f *FlagSet) Var(value Value, name string, usage string) {
	if strings.HasPrefix(name, "-") {
		panic(f.sprintf("flag %q begins with -", name))
	} else if strings.Contains(name, "=") {
		panic(f.sprintf("flag %q contains =", name))
	}
	if _, ok := f.formal[name]; ok {
		if f.name == "" {
			panic(f.sprintf("flag redefined: %s", name))
		}
		panic(f.sprintf("%s flag redefined: %s", f.name, name))
	}
	if place := f.early[name]; place != "" {
		panic(fmt.Sprintf("flag %s set at %s before being defined", name, place))
	}
	if f.formal == nil {
		f.formal = map[string]*Flag{}
	}
	f.formal[name] = &Flag{name, usage, value, value.String()}
}

func (f *FlagSet) sprintf(format string, a ...any) string {
	msg := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), msg)
	return msg
}

func (f *FlagSet) fail(format string, a ...any) error {
	err := errors.New(f.sprintf(format, a...))
	f.usage()
	return err
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}

// one parses one flag; it reports false at the first argument that is none.
func (f *FlagSet) one() (bool, error) {
	if len(f.args) == 0 {
		return false, nil
	}
	s := f.args[0]
	if len(s) < 2 || s[0] != '-' {
		return false, nil
	}
	dashes := 1
	if s[1] == '-' {
		dashes++
		if len(s) == 2 {
			f.args = f.args[1:]
			return false, nil
		}
	}
	name := s[dashes:]
	if len(name) == 0 || name[0] == '-' || name[0] == '=' {
		return false, f.fail("bad flag syntax: %s", s)
	}
	f.args = f.args[1:]
	value, hasValue := "", false
	if i := strings.IndexByte(name[1:], '='); i >= 0 {
		value, hasValue, name = name[i+2:], true, name[:i+1]
	}
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.fail("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		if !hasValue {
			value = "true"
		}
		if err := b.Set(value); err != nil {
			if hasValue {
				return false, f.fail("invalid boolean value %q for -%s: %v", value, name, err)
			}
			return false, f.fail("invalid boolean flag %s: %v", name, err)
		}
	} else {
		if !hasValue && len(f.args) > 0 {
			hasValue = true
			value, f.args = f.args[0], f.args[1:]
		}
		if !hasValue {
			return false, f.fail("flag needs an argument: -%s", name)
		}
		if err := flag.Value.Set(value); err != nil {
			return false, f.fail("invalid value %q for flag -%s: %v", value, name, err)
		}
	}
	if f.actual == nil {
		f.actual = map[string]*Flag{}
	}
	f.actual[name] = flag
	return true, nil
}

// Parse parses the arguments, up to the first that is no flag.
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	more, err := true, error(nil)
	for more && err == nil {
		more, err = f.one()
	}
	if err != nil {
		return f.refuse(err)
	}
	return nil
}

// refuse does what the flag set was made to do about an error.
func (f *FlagSet) refuse(err error) error {
	if f.handling == PanicOnError {
		panic(err)
	}
	if f.handling == ExitOnError {
		status := 2
		if err == ErrHelp {
			status = 0
		}
		os.Exit(status)
	}
	return err
}

// CommandLine is the flags of the program.
var CommandLine = NewFlagSet(programName(), ExitOnError)

func programName() string {
	if len(os.Args) > 0 {
		return os.Args[0]
	}
	return ""
}

func init() {
	CommandLine.Usage = func() { Usage() }
}

// Usage prints how the program is used.
var Usage = func() {
	fmt.Fprintf(CommandLine.Output(), "Usage of %s:\n", os.Args[0])
	PrintDefaults()
}
