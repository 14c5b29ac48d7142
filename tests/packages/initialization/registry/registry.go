package registry

import (
	"sort"

	"example.com/initialization/trace"
)

var all = map[string]func() string{}

func Register(name string, f func() string) struct{} {
	trace.Step("register " + name)
	all[name] = f
	return struct{}{}
}

func Names() (names []string) {
	for n := range all {
		names = append(names, n+":"+all[n]())
	}
	sort.Strings(names)
	return
}
