package main

import (
	"fmt"
	"runtime"
	"strings"
)

func where() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(strings.HasSuffix(file, "caller_and_stack.go"), " ", line, " ", ok)
}

func main() {
	fmt.Println(where())
	pc, _, _, _ := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name())
	_, _, _, ok := runtime.Caller(100)
	fmt.Println(ok)
	buf := make([]byte, 4096)
	s := string(buf[:runtime.Stack(buf, false)])
	fmt.Println(strings.HasPrefix(s, "goroutine 1 [running]:\n"), strings.Contains(s, "main.main()"))
	fmt.Println(runtime.GOOS != "", strings.HasPrefix(runtime.Version(), "go1."))
}

// Output:
// true 15 true
// main.main
// false
// true true
// true true
