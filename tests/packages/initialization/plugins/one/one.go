package one

import "example.com/initialization/registry"

var _ = registry.Register("one", func() string { return state })

var state = "ready"

func init() { state = "initialized" }
