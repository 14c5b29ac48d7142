// Values of one's own in a flag set: which default values are not shown, one whose String panics on its zero value, and a flag
// that was set before it was defined.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
)

type level int

func (l *level) String() string { return [...]string{"low", "mid", "high"}[*l] }

func (l *level) Set(s string) error {
	for i, name := range []string{"low", "mid", "high"} {
		if s == name {
			*l = level(i)
			return nil
		}
	}
	return errors.New("no such level")
}

type list struct{ names *[]string }

func (l list) String() string { return strings.Join(*l.names, ",") }

func (l list) Set(s string) error { *l.names = append(*l.names, s); return nil }

func main() {
	f := flag.NewFlagSet("tool", flag.ContinueOnError)
	f.SetOutput(os.Stdout)
	var quiet, loud level
	loud = 2
	f.Var(&quiet, "quiet", "a `level` that is zero")
	f.Var(&loud, "loud", "a level that is not")
	f.Var(list{&[]string{"a", "b"}}, "names", "some names")
	f.Int("n", 0, "a number")
	f.PrintDefaults()
	fmt.Println(f.Parse([]string{"-loud", "mid", "-loud=none"}), loud)

	fmt.Println(f.Set("later", "3"))
	defer func() {
		text := fmt.Sprint(recover())
		fmt.Println(strings.HasPrefix(text, "flag later set at "), strings.HasSuffix(text, " before being defined"))
	}()
	f.Int("later", 1, "comes too late")
}

// Output:
//   -loud value
//     	a level that is not (default high)
//   -n int
//     	a number
//   -names value
//     	some names
//   -quiet level
//     	a level that is zero
//
// panic calling String method on zero main.list for flag names: runtime error: invalid memory address or nil pointer dereference
// invalid value "none" for flag -loud: no such level
// Usage of tool:
//   -loud value
//     	a level that is not (default high)
//   -n int
//     	a number
//   -names value
//     	some names
//   -quiet level
//     	a level that is zero
//
// panic calling String method on zero main.list for flag names: runtime error: invalid memory address or nil pointer dereference
// invalid value "none" for flag -loud: no such level 1
// no such flag -later
// true true
