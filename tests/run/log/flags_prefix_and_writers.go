package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"strings"
)

func main() {
	var b bytes.Buffer
	l := log.New(&b, "app: ", log.Lmsgprefix)
	l.Println("hello", 1)
	l.Printf("no newline %d", 2)
	l.Print("with newline\n")
	l.SetPrefix("new: ")
	l.SetFlags(0)
	l.Println("x")
	l.Output(1, "direct")
	fmt.Print(b.String())
	b.Reset()
	l.SetFlags(log.LstdFlags)
	l.Println("dated")
	parts := strings.Fields(b.String())
	fmt.Println(len(parts), len(parts[1]), len(parts[2]), parts[3])
	b.Reset()
	l.SetFlags(log.Lshortfile)
	l.SetPrefix("")
	l.Println("where")
	fmt.Print(b.String())
	fmt.Println(log.Flags() == log.LstdFlags, log.Prefix() == "", l.Writer() == &b)
	log.SetOutput(os.Stdout)
	log.SetFlags(log.Lmsgprefix)
	log.SetPrefix("std ")
	log.Println("to stdout")
}

// Output:
// app: hello 1
// app: no newline 2
// app: with newline
// new: x
// new: direct
// 4 10 8 dated
// flags_prefix_and_writers.go:30: where
// true true true
// std to stdout
