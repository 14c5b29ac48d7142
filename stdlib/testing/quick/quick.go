// Package quick calls functions with random arguments.
package quick

import (
	"flag"
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"time"
)

var quickChecks = flag.Int("quickchecks", 100, "The default number of iterations for each check")

// Config is how Check and CheckEqual work.
type Config struct {
	MaxCount      int                               // how often; 0 asks MaxCountScale
	MaxCountScale float64                           // how often, as a multiple of the flag -quickchecks; 0 is 1
	Rand          *rand.Rand                        // where values come from
	Values        func([]reflect.Value, *rand.Rand) // makes the arguments, instead of Value
}

// SetupError is a mistake in the use of this package.
type SetupError string

func (s SetupError) Error() string { return string(s) }

// CheckError tells for which arguments, and in which call, a function returned false.
type CheckError struct {
	Count int
	In    []any
}

func (e *CheckError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s", e.Count, source(e.In))
}

// CheckEqualError tells for which arguments two functions differ, and what they returned.
type CheckEqualError struct {
	CheckError
	Out1 []any
	Out2 []any
}

func (e *CheckEqualError) Error() string {
	return e.CheckError.Error() + ". Output 1: " + source(e.Out1) + ". Output 2: " + source(e.Out2)
}

// source is values as Go source spells them.
func source(values []any) string {
	var b strings.Builder
	for i, v := range values {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%#v", v)
	}
	return b.String()
}

// runs calls try with arguments for a function of type t, as often as the configuration says or until try returns an error.
func (c *Config) runs(t reflect.Type, try func(n int, args []reflect.Value) error) error {
	if c == nil {
		c = &Config{}
	}
	count, random := c.MaxCount, c.Rand
	if count == 0 {
		count = *quickChecks
		if c.MaxCountScale != 0 {
			count = int(c.MaxCountScale * float64(count))
		}
	}
	if random == nil {
		random = rand.New(rand.NewSource(time.Now().UnixNano()))
	}
	args := make([]reflect.Value, t.NumIn())
	for n := 1; n <= count; n++ {
		if c.Values != nil {
			c.Values(args, random)
		} else if err := fill(args, t, random); err != nil {
			return err
		}
		if err := try(n, args); err != nil {
			return err
		}
	}
	return nil
}

func fill(args []reflect.Value, t reflect.Type, random *rand.Rand) error {
	for i := range args {
		v, ok := Value(t.In(i), random)
		if !ok {
			return SetupError(fmt.Sprintf("cannot create arbitrary value of type %s for argument %d", t.In(i), i))
		}
		args[i] = v
	}
	return nil
}

func contents(values []reflect.Value) (list []any) {
	list = []any{}
	for _, v := range values {
		list = append(list, v.Interface())
	}
	return list
}

// Check calls f, which returns a bool, with random arguments. The first call that returns false is a *CheckError.
func Check(f any, config *Config) error {
	fn := reflect.ValueOf(f)
	if fn.Kind() != reflect.Func {
		return SetupError("argument is not a function")
	}
	switch t := fn.Type(); {
	case t.NumOut() != 1:
		return SetupError("function does not return one value")
	case t.Out(0).Kind() != reflect.Bool:
		return SetupError("function does not return a bool")
	}
	return config.runs(fn.Type(), func(n int, args []reflect.Value) error {
		if fn.Call(args)[0].Bool() {
			return nil
		}
		return &CheckError{n, contents(args)}
	})
}

// CheckEqual calls f and g with the same random arguments. The first call in which they differ is a *CheckEqualError.
func CheckEqual(f, g any, config *Config) error {
	one, other := reflect.ValueOf(f), reflect.ValueOf(g)
	if one.Kind() != reflect.Func {
		return SetupError("f is not a function")
	}
	if other.Kind() != reflect.Func {
		return SetupError("g is not a function")
	}
	if one.Type() != other.Type() {
		return SetupError("functions have different types")
	}
	return config.runs(one.Type(), func(n int, args []reflect.Value) error {
		out1, out2 := contents(one.Call(args)), contents(other.Call(args))
		if reflect.DeepEqual(out1, out2) {
			return nil
		}
		return &CheckEqualError{CheckError{n, contents(args)}, out1, out2}
	})
}
