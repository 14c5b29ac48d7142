package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

// Flags of types that print and parse themselves: which defaults are shown, and what goes wrong.

type level int

func (l *level) String() string { return [...]string{"low", "mid", "high"}[*l] }
func (l *level) Set(s string) error {
	for i, n := range []string{"low", "mid", "high"} {
		if n == s {
			*l = level(i)
			return nil
		}
	}
	return errors.New("no such level")
}

type list []string

func (l *list) String() string     { return strings.Join(*l, "+") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type careless struct{ next *careless }

func (c *careless) String() string   { return fmt.Sprint(c.next.next) }
func (c *careless) Set(string) error { return nil }

type point struct{ x, y int }

func (p point) MarshalText() ([]byte, error) {
	if p.x < 0 {
		return nil, errors.New("negative")
	}
	return fmt.Appendf(nil, "%d,%d", p.x, p.y), nil
}

func (p *point) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%d,%d", &p.x, &p.y)
	return err
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	fs := flag.NewFlagSet("tool", flag.ContinueOnError)
	fs.SetOutput(os.Stdout)
	low, high := level(0), level(2)
	fs.Var(&low, "low", "a `LEVEL`")
	fs.Var(&high, "high", "another")
	some := list{"a", "b"}
	fs.Var(&some, "list", "may be repeated")
	fs.Var(new(list), "none", "is empty")
	var p, q point
	fs.TextVar(&p, "p", point{1, 2}, "where to `begin`")
	fs.TextVar(&q, "q", &point{}, "where to end")
	fs.Func("f", "a function\nover two lines", func(s string) error { return errors.New("never " + s) })
	fs.BoolFunc("b", "a switch", func(s string) error { fmt.Println("b is", s); return nil })
	fs.Duration("d", 90*time.Second, "how long")
	fs.Float64("x", 0, "a number")
	fs.PrintDefaults()
	fmt.Println(fs.Parse([]string{"-low=high", "-list", "c", "--p=7,8", "-b", "rest", "-q=1,1"}))
	fmt.Println(low.String(), some, p, q, fs.Args(), fs.NFlag())
	fmt.Println(fs.Lookup("p").Value.(flag.Getter).Get().(*point).x, fs.Lookup("q").DefValue)
	fs.Usage = func() { fmt.Println("usage asked for") }
	fmt.Println(fs.Parse([]string{"-low", "none"}))
	fmt.Println(fs.Parse([]string{"-p=x"}))
	fmt.Println(fs.Parse([]string{"-f=x"}))
	fmt.Println(fs.Parse([]string{"-nothing"}))
	fmt.Println(fs.Parse([]string{"-list"}))
	fmt.Println(fs.Set("q", "3,4"), q, fs.Set("zz", ""))
	try(func() { fs.TextVar(&p, "r", time.Time{}, "") })
	try(func() { fs.Var(&low, "low", "again") })
	try(func() { fs.Bool("-dash", false, "") })

	odd := flag.NewFlagSet("odd", flag.ContinueOnError)
	odd.SetOutput(os.Stdout)
	odd.Var(&careless{&careless{}}, "careless", "panics when it is zero")
	odd.TextVar(new(point), "text", point{-1, 0}, "can not be shown")
	odd.PrintDefaults()
}

// Output:
//   -b	a switch
//   -d duration
//     	how long (default 1m30s)
//   -f value
//     	a function
//     	over two lines
//   -high value
//     	another (default high)
//   -list value
//     	may be repeated (default a+b)
//   -low LEVEL
//     	a LEVEL
//   -none value
//     	is empty
//   -p begin
//     	where to begin (default 1,2)
//   -q value
//     	where to end (default 0,0)
//   -x float
//     	a number
// b is true
// <nil>
// high [a b c] {7 8} {0 0} [rest -q=1,1] 4
// 7 0,0
// invalid value "none" for flag -low: no such level
// usage asked for
// invalid value "none" for flag -low: no such level
// invalid value "x" for flag -p: expected integer
// usage asked for
// invalid value "x" for flag -p: expected integer
// invalid value "x" for flag -f: never x
// usage asked for
// invalid value "x" for flag -f: never x
// flag provided but not defined: -nothing
// usage asked for
// flag provided but not defined: -nothing
// flag needs an argument: -list
// usage asked for
// flag needs an argument: -list
// <nil> {3 4} no such flag -zz
// default type does not match variable type: time.Time != main.point
// tool flag redefined: low
// tool flag redefined: low
// flag "-dash" begins with -
// flag "-dash" begins with -
//   -careless value
//     	panics when it is zero
//   -text value
//     	can not be shown
//
// panic calling String method on zero main.careless for flag careless: runtime error: invalid memory address or nil pointer dereference
