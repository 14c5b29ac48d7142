package base

import "example.com/initialization/trace"

func init() { trace.Step("base first init in a.go") }

var early = trace.Value("base.early", 10)

func init() { trace.Step("base second init in a.go") }

var (
	x, y   = pair()
	unused = trace.Value("base.unused", y)
	_      = trace.Value("base blank", x)
)

func pair() (int, int) { return trace.Step("base.pair"), z }

var z = trace.Value("base.z", 7)
