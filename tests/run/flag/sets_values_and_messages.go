// Flag sets: every kind of flag in every spelling, values of one's own, errors and usage texts, visiting, what remains.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, "+") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

type level int

func (l *level) String() string { return "level " + strconv.Itoa(int(*l)) }
func (l *level) Set(s string) error {
	for i, name := range []string{"low", "mid", "high"} {
		if s == name {
			*l = level(i)
			return nil
		}
	}
	return fmt.Errorf("no level %q", s)
}
func (l *level) Get() any         { return int(*l) }
func (l *level) IsBoolFlag() bool { return false }

type toggle struct{ on, off int }

func (t *toggle) String() string   { return "" }
func (t *toggle) IsBoolFlag() bool { return true }
func (t *toggle) Set(s string) error {
	if v, err := strconv.ParseBool(s); err != nil {
		return errors.New("neither on nor off")
	} else if v {
		t.on++
	} else {
		t.off++
	}
	return nil
}

type options struct {
	verbose bool
	count   int
	size    uint
	big     int64
	ratio   float64
	name    string
	wait    time.Duration
	tags    list
	level   level
	toggle  toggle
	called  []string
}

func define(o *options) *flag.FlagSet {
	fs := flag.NewFlagSet("prog", flag.ContinueOnError)
	fs.SetOutput(os.Stdout)
	fs.BoolVar(&o.verbose, "v", false, "be `loud`")
	fs.IntVar(&o.count, "n", 3, "how many")
	fs.UintVar(&o.size, "size", 0, "size in `bytes`\nover two lines")
	fs.Int64Var(&o.big, "big", 1<<40, "")
	fs.Float64Var(&o.ratio, "ratio", 0.5, "a ratio")
	fs.StringVar(&o.name, "name", "no one", "whose it is")
	fs.DurationVar(&o.wait, "wait", time.Second, "a `pause` between")
	fs.Var(&o.tags, "tag", "may be repeated")
	fs.Var(&o.level, "level", "low, mid or high")
	fs.Var(&o.toggle, "t", "switches")
	fs.Func("call", "calls a function", func(s string) error {
		if s == "" {
			return errors.New("nothing to call")
		}
		o.called = append(o.called, s)
		return nil
	})
	fs.BoolFunc("now", "at once", func(s string) error { o.called = append(o.called, "now="+s); return nil })
	return fs
}

func main() {
	for _, line := range []string{
		"",
		"-v -n 5 --size=7 -big -3 -ratio 1e-3 rest -v",
		"--v=false -n=0x10 -name= --wait 1m30s -- -n 4",
		"-tag a -tag=b --tag c -level high -t -t=false -t -call x -now -now=no",
		"-name -v -",
		"-n five", "-n 9999999999999999999", "-size -1", "-ratio x", "-v=maybe", "-wait 5", "-level top", "-t=x", "-call=", "-name", "-none", "---n", "-=x", "-n",
	} {
		var o options
		fs := define(&o)
		if strings.HasPrefix(line, "-n") || len(line) < 18 && line != "" {
			fs.Usage = func() { fmt.Println("  (usage)") }
		}
		err := fs.Parse(strings.Fields(line))
		fmt.Printf("%q: %v, %d set, rest %q, parsed %t\n", line, err, fs.NFlag(), fs.Args(), fs.Parsed())
		if err == nil {
			fmt.Printf("  %+v\n", o)
		}
	}
	var o options
	fs := define(&o)
	fmt.Println(fs.Parse([]string{"-h"}) == flag.ErrHelp)
	fs.Set("n", "12")
	fmt.Println(fs.Set("n", "x"), fs.Set("absent", "1"), o.count)
	fs.Visit(func(f *flag.Flag) { fmt.Println("set:", f.Name, f.Value, f.DefValue) })
	n := 0
	fs.VisitAll(func(f *flag.Flag) { n++ })
	f := fs.Lookup("level")
	name, usage := flag.UnquoteUsage(fs.Lookup("wait"))
	fmt.Println(n, f.Value.(flag.Getter).Get(), f.DefValue, name, usage, fs.Lookup("absent") == nil, fs.Arg(3) == "", fs.Name(), fs.ErrorHandling())
	func() {
		defer func() { fmt.Println("panic:", recover()) }()
		fs.Int("n", 0, "again")
	}()

	// The command line's own set asks os.Args late.
	os.Args = []string{"renamed", "-deep", "8", "left"}
	deep := flag.Int("deep", 1, "how `far`")
	flag.CommandLine.SetOutput(os.Stdout)
	flag.Parse()
	fmt.Println(*deep, flag.Args(), flag.NArg(), flag.Lookup("deep").Value)
	flag.Usage()
}

// Output:
// "": <nil>, 0 set, rest [], parsed true
//   {verbose:false count:3 size:0 big:1099511627776 ratio:0.5 name:no one wait:1000000000 tags:[] level:0 toggle:{on:0 off:0} called:[]}
// "-v -n 5 --size=7 -big -3 -ratio 1e-3 rest -v": <nil>, 5 set, rest ["rest" "-v"], parsed true
//   {verbose:true count:5 size:7 big:-3 ratio:0.001 name:no one wait:1000000000 tags:[] level:0 toggle:{on:0 off:0} called:[]}
// "--v=false -n=0x10 -name= --wait 1m30s -- -n 4": <nil>, 4 set, rest ["-n" "4"], parsed true
//   {verbose:false count:16 size:0 big:1099511627776 ratio:0.5 name: wait:90000000000 tags:[] level:0 toggle:{on:0 off:0} called:[]}
// "-tag a -tag=b --tag c -level high -t -t=false -t -call x -now -now=no": <nil>, 5 set, rest [], parsed true
//   {verbose:false count:3 size:0 big:1099511627776 ratio:0.5 name:no one wait:1000000000 tags:[a b c] level:2 toggle:{on:2 off:1} called:[x now=true now=no]}
// "-name -v -": <nil>, 1 set, rest ["-"], parsed true
//   {verbose:false count:3 size:0 big:1099511627776 ratio:0.5 name:-v wait:1000000000 tags:[] level:0 toggle:{on:0 off:0} called:[]}
// invalid value "five" for flag -n: parse error
//   (usage)
// "-n five": invalid value "five" for flag -n: parse error, 0 set, rest [], parsed true
// invalid value "9999999999999999999" for flag -n: value out of range
//   (usage)
// "-n 9999999999999999999": invalid value "9999999999999999999" for flag -n: value out of range, 0 set, rest [], parsed true
// invalid value "-1" for flag -size: parse error
//   (usage)
// "-size -1": invalid value "-1" for flag -size: parse error, 0 set, rest [], parsed true
// invalid value "x" for flag -ratio: parse error
//   (usage)
// "-ratio x": invalid value "x" for flag -ratio: parse error, 0 set, rest [], parsed true
// invalid boolean value "maybe" for -v: parse error
//   (usage)
// "-v=maybe": invalid boolean value "maybe" for -v: parse error, 0 set, rest [], parsed true
// invalid value "5" for flag -wait: parse error
//   (usage)
// "-wait 5": invalid value "5" for flag -wait: parse error, 0 set, rest [], parsed true
// invalid value "top" for flag -level: no level "top"
//   (usage)
// "-level top": invalid value "top" for flag -level: no level "top", 0 set, rest [], parsed true
// invalid boolean value "x" for -t: neither on nor off
//   (usage)
// "-t=x": invalid boolean value "x" for -t: neither on nor off, 0 set, rest [], parsed true
// invalid value "" for flag -call: nothing to call
//   (usage)
// "-call=": invalid value "" for flag -call: nothing to call, 0 set, rest [], parsed true
// flag needs an argument: -name
//   (usage)
// "-name": flag needs an argument: -name, 0 set, rest [], parsed true
// flag provided but not defined: -none
//   (usage)
// "-none": flag provided but not defined: -none, 0 set, rest [], parsed true
// bad flag syntax: ---n
//   (usage)
// "---n": bad flag syntax: ---n, 0 set, rest ["---n"], parsed true
// bad flag syntax: -=x
//   (usage)
// "-=x": bad flag syntax: -=x, 0 set, rest ["-=x"], parsed true
// flag needs an argument: -n
//   (usage)
// "-n": flag needs an argument: -n, 0 set, rest [], parsed true
// Usage of prog:
//   -big int
//     	 (default 1099511627776)
//   -call value
//     	calls a function
//   -level value
//     	low, mid or high
//   -n int
//     	how many (default 3)
//   -name string
//     	whose it is (default "no one")
//   -now
//     	at once
//   -ratio float
//     	a ratio (default 0.5)
//   -size bytes
//     	size in bytes
//     	over two lines
//   -t	switches
//   -tag value
//     	may be repeated
//   -v loud
//     	be loud
//   -wait pause
//     	a pause between (default 1s)
// true
// parse error no such flag -absent 0
// set: n 0 3
// 12 0 level 0 pause a pause between true true prog 0
// prog flag redefined: n
// panic: prog flag redefined: n
// 8 [left] 1 8
// Usage of renamed:
//   -deep far
//     	how far (default 1)
