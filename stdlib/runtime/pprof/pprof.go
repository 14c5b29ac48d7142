// Package pprof writes profiles of the running program in the format of the pprof tool. golite takes no samples: profiles of
// processor time, memory and waiting have none. The goroutines are listed as they are.
package pprof

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"
)

// Profile is a collection of stacks, each counted.
type Profile struct {
	name  string
	mu    sync.Mutex
	held  map[any][]uintptr
	fixed bool // one of the runtime's own
}

var profiles = struct {
	sync.Mutex
	m map[string]*Profile
}{m: map[string]*Profile{}}

func init() {
	for _, name := range []string{"goroutine", "threadcreate", "heap", "allocs", "block", "mutex"} {
		profiles.m[name] = &Profile{name: name, fixed: true}
	}
}

// NewProfile makes a profile of the program's own, for what it holds: files, connections. The name must be new.
func NewProfile(name string) *Profile {
	profiles.Lock()
	defer profiles.Unlock()
	if name == "" {
		panic("pprof: NewProfile with empty name")
	}
	if profiles.m[name] != nil {
		panic("pprof: NewProfile name already in use: " + name)
	}
	p := &Profile{name: name, held: map[any][]uintptr{}}
	profiles.m[name] = p
	return p
}

// Lookup is the profile of that name, nil if there is none.
func Lookup(name string) *Profile {
	profiles.Lock()
	defer profiles.Unlock()
	return profiles.m[name]
}

// Profiles are all profiles, sorted by name.
func Profiles() []*Profile {
	profiles.Lock()
	defer profiles.Unlock()
	var all []*Profile
	for _, p := range profiles.m {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b *Profile) int { return strings.Compare(a.name, b.name) })
	return all
}

// Name is the profile's name.
func (p *Profile) Name() string { return p.name }

// Count is how many stacks there are.
func (p *Profile) Count() int {
	if p.fixed {
		if p.name == "goroutine" {
			return runtime.NumGoroutine()
		}
		return 0
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.held)
}

// Add adds the stack of the caller, without the innermost skip frames, for value.
func (p *Profile) Add(value any, skip int) {
	if p.fixed {
		panic("pprof: Add called on built-in Profile " + p.name)
	}
	pcs := make([]uintptr, 32)
	pcs = pcs[:runtime.Callers(skip+1, pcs)]
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.held[value]; ok {
		panic("pprof: Profile.Add of duplicate value")
	}
	p.held[value] = pcs
}

// Remove takes the stack of value away.
func (p *Profile) Remove(value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.held, value)
}

// WriteTo writes the profile: for pprof if debug is 0, else as text, the goroutines with 2 as a panic shows them.
func (p *Profile) WriteTo(w io.Writer, debug int) error {
	switch {
	case p.name == "goroutine" && debug >= 2:
		_, err := w.Write(allStacks())
		return err
	case debug == 0:
		return writeEmpty(w, p.name)
	case p.name == "goroutine":
		n := runtime.NumGoroutine()
		_, err := fmt.Fprintf(w, "goroutine profile: total %d\n", n)
		if err == nil {
			_, err = w.Write(allStacks())
		}
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	tw := tabwriter.NewWriter(w, 1, 8, 1, '\t', 0)
	fmt.Fprintf(tw, "%s profile: total %d\n", p.name, len(p.held))
	for _, pcs := range p.held {
		fmt.Fprint(tw, "1 @")
		for _, pc := range pcs {
			fmt.Fprintf(tw, " %#x", pc)
		}
		fmt.Fprintln(tw)
		frames := runtime.CallersFrames(pcs)
		for {
			f, more := frames.Next()
			fmt.Fprintf(tw, "#\t%#x\t%s+%#x\t%s:%d\n", f.PC, f.Function, f.PC-f.Entry, f.File, f.Line)
			if !more {
				break
			}
		}
		fmt.Fprintln(tw)
	}
	return tw.Flush()
}

func allStacks() []byte {
	buf := make([]byte, 64<<10)
	for {
		if n := runtime.Stack(buf, true); n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// WriteHeapProfile writes the profile "heap".
func WriteHeapProfile(w io.Writer) error { return Lookup("heap").WriteTo(w, 0) }

var cpu struct {
	sync.Mutex
	to io.Writer
}

// StartCPUProfile begins a profile that StopCPUProfile writes to w.
func StartCPUProfile(w io.Writer) error {
	cpu.Lock()
	defer cpu.Unlock()
	if cpu.to != nil {
		return errors.New("cpu profiling already in use")
	}
	cpu.to = w
	return nil
}

// StopCPUProfile ends and writes the profile, if there is one.
func StopCPUProfile() {
	cpu.Lock()
	defer cpu.Unlock()
	if cpu.to != nil {
		writeEmpty(cpu.to, "cpu")
		cpu.to = nil
	}
}

// writeEmpty writes a profile without samples: a message with a table of strings and the sample's types.
func writeEmpty(w io.Writer, name string) error {
	kinds := map[string][]string{
		"cpu":          {"samples", "count", "cpu", "nanoseconds"},
		"heap":         {"alloc_objects", "count", "alloc_space", "bytes", "inuse_objects", "count", "inuse_space", "bytes"},
		"allocs":       {"alloc_objects", "count", "alloc_space", "bytes", "inuse_objects", "count", "inuse_space", "bytes"},
		"block":        {"contentions", "count", "delay", "nanoseconds"},
		"mutex":        {"contentions", "count", "delay", "nanoseconds"},
		"threadcreate": {"threadcreate", "count"},
	}
	words := kinds[name]
	if words == nil {
		words = []string{name, "count"}
	}
	var out []byte
	field := func(number int, data []byte) {
		out = append(out, byte(number<<3|2), byte(len(data)))
		out = append(out, data...)
	}
	for i := 0; i < len(words); i += 2 {
		field(1, []byte{1 << 3, byte(i + 1), 2 << 3, byte(i + 2)})
	}
	field(6, nil)
	for _, s := range words {
		field(6, []byte(s))
	}
	_, err := w.Write(out)
	return err
}

// LabelSet is a set of labels.
type LabelSet struct{ list []label }

type label struct{ key, value string }

type labelKey struct{}

// Labels is a LabelSet of keys and values in turn.
func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	var set LabelSet
	for i := 0; i < len(args); i += 2 {
		set.list = append(set.list, label{args[i], args[i+1]})
	}
	return set
}

func labelsOf(ctx context.Context) map[string]string {
	m, _ := ctx.Value(labelKey{}).(map[string]string)
	return m
}

// WithLabels is a context with more labels.
func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	m := map[string]string{}
	for k, v := range labelsOf(ctx) {
		m[k] = v
	}
	for _, l := range labels.list {
		m[l.key] = l.value
	}
	return context.WithValue(ctx, labelKey{}, m)
}

// Label is the value of a label of ctx.
func Label(ctx context.Context, key string) (string, bool) {
	v, ok := labelsOf(ctx)[key]
	return v, ok
}

// ForLabels calls f with the labels of ctx, in order of their keys, until it returns false.
func ForLabels(ctx context.Context, f func(key, value string) bool) {
	m := labelsOf(ctx)
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		if !f(k, m[k]) {
			return
		}
	}
}

// SetGoroutineLabels gives the goroutine the labels of ctx, which samples would carry.
func SetGoroutineLabels(ctx context.Context) {}

// Do calls f with a context that has more labels.
func Do(ctx context.Context, labels LabelSet, f func(context.Context)) { f(WithLabels(ctx, labels)) }
