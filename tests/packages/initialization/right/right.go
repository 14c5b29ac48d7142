package right

import (
	"example.com/initialization/base"
	"example.com/initialization/generic"
	_ "example.com/initialization/plugins/two"
	"example.com/initialization/trace"
)

type secret struct{ n int }

var Box = generic.New(secret{base.Late})

func init() { trace.Step("right init") }
