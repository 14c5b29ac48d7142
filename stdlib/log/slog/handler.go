package slog

import (
	"context"
	"errors"
	"io"
	"log"
	"slices"
	"sync"
)

// A Handler does something with records.
type Handler interface {
	// Enabled reports whether records of a level are wanted.
	Enabled(context.Context, Level) bool
	// Handle takes a record.
	Handle(context.Context, Record) error
	// WithAttrs is a handler that adds attributes to every record.
	WithAttrs(attrs []Attr) Handler
	// WithGroup is a handler that puts all later attributes into a group.
	WithGroup(name string) Handler
}

// Keys of what every record has.
const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// HandlerOptions are options of TextHandler and JSONHandler.
type HandlerOptions struct {
	AddSource   bool    // tells where it was logged
	Level       Leveler // the lowest one that is wanted; nil is LevelInfo
	ReplaceAttr func(groups []string, a Attr) Attr
}

// core is what both handlers are: text written in advance, and groups of which some are open in it.
type core struct {
	json   bool
	opts   HandlerOptions
	ready  []byte // attributes of WithAttrs, as they are written
	prefix string // of keys, in text
	groups []string
	open   int // groups that are open at the end of ready
	mu     *sync.Mutex
	w      io.Writer
}

func newCore(json bool, w io.Writer, opts *HandlerOptions) core {
	c := core{json: json, w: w, mu: new(sync.Mutex)}
	if opts != nil {
		c.opts = *opts
	}
	return c
}

func (c *core) enabled(l Level) bool {
	if c.opts.Level == nil {
		return l >= LevelInfo
	}
	return l >= c.opts.Level.Level()
}

func (c core) withGroup(name string) core {
	c.groups = append(slices.Clip(c.groups), name)
	return c
}

func (c core) withAttrs(attrs []Attr) core {
	if len(withoutEmptyGroups(attrs)) == 0 {
		return c
	}
	l := c.newLine(slices.Clip(c.ready))
	l.path = slices.Clone(c.groups[:c.open])
	l.prefix = c.prefix
	l.continued()
	l.openAll(c.groups[c.open:])
	if l.attrs(attrs) {
		c.ready, c.prefix, c.open = l.buf, l.prefix, len(c.groups)
	}
	return c
}

// handle writes a record as one line.
func (c *core) handle(r Record) error {
	l := c.newLine(nil)
	if c.json {
		l.buf = append(l.buf, '{')
	}
	if !r.Time.IsZero() {
		l.builtin(TimeKey, TimeValue(r.Time))
	}
	if c.opts.ReplaceAttr == nil {
		l.builtin(LevelKey, StringValue(r.Level.String()))
	} else {
		l.attr(Any(LevelKey, r.Level))
	}
	if c.opts.AddSource {
		source := r.Source()
		if source == nil {
			source = new(Source)
		}
		l.attr(Any(SourceKey, source))
	}
	l.builtin(MessageKey, StringValue(r.Message))
	if len(c.ready) > 0 {
		l.buf = append(append(l.buf, l.sep...), c.ready...)
		l.continued()
	}
	open := c.open
	if r.NumAttrs() > 0 {
		l.prefix, l.path = c.prefix, slices.Clone(c.groups[:c.open])
		end := len(l.buf)
		l.openAll(c.groups[c.open:])
		if l.attrs(r.attrs) {
			open = len(c.groups)
		} else {
			l.buf = l.buf[:end]
		}
	}
	if c.json {
		for range open + 1 {
			l.buf = append(l.buf, '}')
		}
	}
	l.buf = append(l.buf, '\n')
	c.mu.Lock()
	defer c.mu.Unlock()
	_, err := c.w.Write(l.buf)
	return err
}

// TextHandler writes lines of key=value.
type TextHandler struct{ core }

// NewTextHandler writes to w.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newCore(false, w, opts)}
}

// Enabled reports whether records of a level are written.
func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// Handle writes a record.
func (h *TextHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// WithAttrs is a handler that adds attributes.
func (h *TextHandler) WithAttrs(attrs []Attr) Handler { return &TextHandler{h.withAttrs(attrs)} }

// WithGroup is a handler with a prefix for later keys.
func (h *TextHandler) WithGroup(name string) Handler { return &TextHandler{h.withGroup(name)} }

// JSONHandler writes lines each of which is a JSON object.
type JSONHandler struct{ core }

// NewJSONHandler writes to w.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newCore(true, w, opts)}
}

// Enabled reports whether records of a level are written.
func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }

// Handle writes a record.
func (h *JSONHandler) Handle(_ context.Context, r Record) error { return h.handle(r) }

// WithAttrs is a handler that adds attributes.
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler { return &JSONHandler{h.withAttrs(attrs)} }

// WithGroup is a handler with an object for later keys.
func (h *JSONHandler) WithGroup(name string) Handler { return &JSONHandler{h.withGroup(name)} }

// plainHandler writes through package log, which puts the time before it.
type plainHandler struct{ core }

func (h *plainHandler) Enabled(_ context.Context, l Level) bool { return l >= plainLevel.Level() }
func (h *plainHandler) WithAttrs(attrs []Attr) Handler          { return &plainHandler{h.withAttrs(attrs)} }
func (h *plainHandler) WithGroup(name string) Handler           { return &plainHandler{h.withGroup(name)} }

func (h *plainHandler) Handle(_ context.Context, r Record) error {
	l := h.newLine([]byte(r.Level.String() + " " + r.Message))
	l.sep = " "
	if len(h.ready) > 0 {
		l.buf = append(append(l.buf, ' '), h.ready...)
	}
	l.prefix, l.path = h.prefix, slices.Clone(h.groups[:h.open])
	l.openAll(h.groups[h.open:])
	l.attrs(r.attrs)
	// log.Output, Handle, log, Info and the like, their caller.
	return log.Output(4, string(l.buf))
}

// DiscardHandler wants nothing.
var DiscardHandler Handler = nothing{}

type nothing struct{}

func (nothing) Enabled(context.Context, Level) bool  { return false }
func (nothing) Handle(context.Context, Record) error { return nil }
func (n nothing) WithAttrs([]Attr) Handler           { return n }
func (n nothing) WithGroup(string) Handler           { return n }

// MultiHandler hands records to several handlers.
type MultiHandler struct{ all []Handler }

// NewMultiHandler hands records to all that want them.
func NewMultiHandler(handlers ...Handler) *MultiHandler {
	return &MultiHandler{slices.Clone(handlers)}
}

// Enabled reports whether one of them wants a level.
func (m *MultiHandler) Enabled(ctx context.Context, l Level) bool {
	return slices.ContainsFunc(m.all, func(h Handler) bool { return h.Enabled(ctx, l) })
}

// Handle joins the errors.
func (m *MultiHandler) Handle(ctx context.Context, r Record) error {
	var all []error
	for _, h := range m.all {
		if h.Enabled(ctx, r.Level) {
			all = append(all, h.Handle(ctx, r.Clone()))
		}
	}
	return errors.Join(all...)
}

func (m *MultiHandler) each(f func(Handler) Handler) Handler {
	next := new(MultiHandler)
	for _, h := range m.all {
		next.all = append(next.all, f(h))
	}
	return next
}

// WithAttrs adds attributes to all.
func (m *MultiHandler) WithAttrs(attrs []Attr) Handler {
	return m.each(func(h Handler) Handler { return h.WithAttrs(attrs) })
}

// WithGroup opens a group in all.
func (m *MultiHandler) WithGroup(name string) Handler {
	return m.each(func(h Handler) Handler { return h.WithGroup(name) })
}
