package main

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
)

type T struct{ n int }

func (t T) Value() int    { return t.n }
func (t *T) Pointer() int { return t.n }

func generic[X any](x X) X { return x }

var global = func() {}

func name(f any) string { return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name() }

func trace(skip int) (out []string) {
	pcs := make([]uintptr, 16)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(skip, pcs)])
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "main.") || f.Function == "runtime.gopanic" || f.Function == "runtime.goexit" {
			out = append(out, f.Function)
		}
		if !more {
			return out
		}
	}
}

func where(skip int) string {
	_, file, line, ok := runtime.Caller(skip)
	if !ok {
		return "nobody"
	}
	return fmt.Sprint(file[strings.LastIndexByte(file, '/')+1:], ":", line, " ", ok)
}

func failing() (from []string) {
	defer func() {
		recover()
		from = trace(2)
	}()
	panic("x")
}

func init() { fmt.Println(trace(2)) }

func init() { fmt.Println(trace(2)) }

func main() {
	local := func() {}
	fmt.Println(name(name), name(T.Value), name((*T).Pointer), name(T{}.Value), name(local), name(global), name(generic[int]), name(strings.ToUpper))
	counters := make([]func(), 2)
	for i := range counters {
		counters[i] = func() { fmt.Println(i) }
	}
	a, b := reflect.ValueOf(counters[0]), reflect.ValueOf(counters[1])
	fmt.Println(a.Pointer() == b.Pointer(), a.Pointer() == reflect.ValueOf(local).Pointer(), fmt.Sprintf("%p", counters[0]) == fmt.Sprintf("%p", counters[1]))
	fmt.Println(trace(2), failing())
	done := make(chan []string)
	go func() { done <- trace(2) }()
	fmt.Println(<-done)
	fmt.Println(where(1), where(99))
	fmt.Println(runtime.FuncForPC(0) == nil, (*runtime.Func)(nil).Name() == "")
	pc, _, line, _ := runtime.Caller(0)
	f := runtime.FuncForPC(pc)
	_, same := f.FileLine(pc)
	fmt.Println(f.Name(), line == same, f.Entry() <= pc)
}

// Output:
// [main.init.0 runtime.goexit]
// [main.init.1 runtime.goexit]
// main.name main.T.Value main.(*T).Pointer main.T.Value-fm main.main.func1 main.init.func1 main.generic[...] strings.ToUpper
// true false true
// [main.main runtime.goexit] [main.failing.func1 runtime.gopanic main.failing main.main runtime.goexit]
// [main.main.func3 runtime.goexit]
// names_of_functions.go:68 true nobody
// true true
// main.main true true
