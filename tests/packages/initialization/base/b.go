package base

import "example.com/initialization/trace"

// declared in the second file, depends on the first and on a function of a third.
var Late = trace.Value("base.Late", early+helper())

func init() { trace.Step("base init in b.go") }
