package slog

import (
	"runtime"
	"slices"
	"time"
)

// A Record is a message to be logged. Copies share attributes; Clone does not.
type Record struct {
	Time    time.Time // left out if zero
	Message string
	Level   Level
	PC      uintptr // where it was logged, or 0
	attrs   []Attr
}

// NewRecord is a record without attributes.
func NewRecord(t time.Time, level Level, msg string, pc uintptr) Record {
	return Record{Time: t, Message: msg, Level: level, PC: pc}
}

// Clone is a copy that shares nothing.
func (r Record) Clone() Record {
	r.attrs = slices.Clip(r.attrs)
	return r
}

// NumAttrs is how many attributes there are.
func (r Record) NumAttrs() int { return len(r.attrs) }

// Attrs calls f with each attribute until it answers false.
func (r Record) Attrs(f func(Attr) bool) {
	for _, a := range r.attrs {
		if !f(a) {
			return
		}
	}
}

// AddAttrs adds attributes, except empty groups.
func (r *Record) AddAttrs(attrs ...Attr) {
	r.attrs = append(slices.Clip(r.attrs), withoutEmptyGroups(attrs)...)
}

// Add adds attributes given as Logger.Log takes them.
func (r *Record) Add(args ...any) { r.AddAttrs(attrsOf(args)...) }

// Source is a place in a program.
type Source struct {
	Function string `json:"function"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// Source is where the record was logged, nil if that is unknown.
func (r Record) Source() *Source {
	if r.PC == 0 {
		return nil
	}
	f, _ := runtime.CallersFrames([]uintptr{r.PC}).Next()
	return &Source{f.Function, f.File, f.Line}
}

// group is the source as attributes, those that are known.
func (s *Source) group() Value {
	var as []Attr
	if s.Function != "" {
		as = append(as, String("function", s.Function))
	}
	if s.File != "" {
		as = append(as, String("file", s.File))
	}
	if s.Line != 0 {
		as = append(as, Int("line", s.Line))
	}
	return GroupValue(as...)
}
