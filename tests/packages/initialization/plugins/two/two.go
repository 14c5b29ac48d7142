package two

import . "example.com/initialization/registry"

type plugin struct{ calls int }

func (p *plugin) call() string { p.calls++; return string(rune('0' + p.calls)) }

var it plugin

var _ = Register("two", it.call)
