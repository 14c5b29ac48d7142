package main

import "example.com/initialization/trace"

var second = trace.Value("main.second", func() int { return third * 2 }())

var third = trace.Value("main.third", 20)

func init() { trace.Step("main init in the second file") }
