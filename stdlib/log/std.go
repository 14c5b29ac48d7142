package log

import (
	"fmt"
	"io"
	"os"
)

// SetOutput sets where the default Logger writes.
func SetOutput(w io.Writer) { std.SetOutput(w) }

// Flags is the default Logger's.
func Flags() int { return std.Flags() }

// SetFlags sets them.
func SetFlags(flag int) { std.SetFlags(flag) }

// Prefix is the default Logger's.
func Prefix() string { return std.Prefix() }

// SetPrefix sets it.
func SetPrefix(prefix string) { std.SetPrefix(prefix) }

// Writer is the default Logger's.
func Writer() io.Writer { return std.Writer() }

// Print writes as fmt.Print.
func Print(v ...any) { std.output(2, fmt.Sprint(v...)) }

// Printf writes as fmt.Printf.
func Printf(format string, v ...any) { std.output(2, fmt.Sprintf(format, v...)) }

// Println writes as fmt.Println.
func Println(v ...any) { std.output(2, fmt.Sprintln(v...)) }

// Fatal is Print and os.Exit(1).
func Fatal(v ...any) {
	std.output(2, fmt.Sprint(v...))
	os.Exit(1)
}

// Fatalf is Printf and os.Exit(1).
func Fatalf(format string, v ...any) {
	std.output(2, fmt.Sprintf(format, v...))
	os.Exit(1)
}

// Fatalln is Println and os.Exit(1).
func Fatalln(v ...any) {
	std.output(2, fmt.Sprintln(v...))
	os.Exit(1)
}

// Panic is Print and panic.
func Panic(v ...any) {
	s := fmt.Sprint(v...)
	std.output(2, s)
	panic(s)
}

// Panicf is Printf and panic.
func Panicf(format string, v ...any) {
	s := fmt.Sprintf(format, v...)
	std.output(2, s)
	panic(s)
}

// Panicln is Println and panic.
func Panicln(v ...any) {
	s := fmt.Sprintln(v...)
	std.output(2, s)
	panic(s)
}

// Output writes a line; calldepth 1 is the caller.
func Output(calldepth int, s string) error { return std.output(calldepth+1, s) }
