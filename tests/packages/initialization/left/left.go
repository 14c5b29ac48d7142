package left

import (
	"example.com/initialization/base"
	"example.com/initialization/generic"
	"example.com/initialization/trace"
)

type secret struct{ n int }

var Box = generic.New(secret{base.Late})

func init() { trace.Step("left init") }
