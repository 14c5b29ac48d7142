package testing

import (
	"fmt"
	"internal/rt"
	"strings"
)

// target is a function that a fuzz test runs with seeds.
type target struct {
	f      any
	params []string // types behind the *T
}

var fuzzableTypes = map[string]bool{
	"[]uint8": true, "string": true, "bool": true, "float32": true, "float64": true,
	"int": true, "int8": true, "int16": true, "int32": true, "int64": true,
	"uint": true, "uint8": true, "uint16": true, "uint32": true, "uint64": true,
}

func newTarget(f any) *target {
	if rt.Kind(f) != rt.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	sig := strings.TrimPrefix(rt.TypeString(f), "func(")
	end := strings.LastIndexByte(sig, ')')
	params := strings.Split(sig[:end], ", ")
	if len(params) < 2 || params[0] != "*testing.T" {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if sig[end+1:] != "" {
		panic("testing: fuzz target must not return a value")
	}
	for _, p := range params[1:] {
		if !fuzzableTypes[p] {
			panic("testing: unsupported type for fuzzing " + p)
		}
	}
	return &target{f, params[1:]}
}

// accepts reports what is wrong with arguments.
func (t *target) accepts(args []any) error {
	if len(args) != len(t.params) {
		return fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(args), len(t.params))
	}
	var types []string
	same := true
	for i, arg := range args {
		types = append(types, rt.TypeString(arg))
		same = same && types[i] == t.params[i]
	}
	if !same {
		return fmt.Errorf("mismatched types in corpus entry: %v, want %v", types, t.params)
	}
	return nil
}
