// Package trace annotates programs for the execution tracer. golite records no events: a trace that is started has its header
// only. (golite run --trace shows what happens to goroutines.)
package trace

import (
	"context"
	"errors"
	"io"
	"sync"
	"sync/atomic"
)

var tracing struct {
	sync.Mutex
	on atomic.Bool
}

// Start starts a trace, written to w.
func Start(w io.Writer) error {
	tracing.Lock()
	defer tracing.Unlock()
	if tracing.on.Load() {
		return errors.New("tracing is already enabled")
	}
	if _, err := io.WriteString(w, "go 1.26 trace\x00\x00\x00"); err != nil {
		return err
	}
	tracing.on.Store(true)
	return nil
}

// Stop ends the trace, if there is one.
func Stop() {
	tracing.Lock()
	defer tracing.Unlock()
	tracing.on.Store(false)
}

// IsEnabled reports whether a trace is being written.
func IsEnabled() bool { return tracing.on.Load() }

// Task is a piece of work that several goroutines may share.
type Task struct{ name string }

type taskKey struct{}

// NewTask begins a task inside that of ctx.
func NewTask(pctx context.Context, taskType string) (ctx context.Context, task *Task) {
	task = &Task{taskType}
	return context.WithValue(pctx, taskKey{}, task), task
}

// End ends the task.
func (t *Task) End() {}

// Log notes a message.
func Log(ctx context.Context, category, message string) {}

// Logf notes a message made by fmt.Sprintf.
func Logf(ctx context.Context, category, format string, args ...any) {}

// WithRegion calls fn in a region of the calling goroutine's time.
func WithRegion(ctx context.Context, regionType string, fn func()) { fn() }

// Region is a stretch of a goroutine's time.
type Region struct{ name string }

// StartRegion begins a region.
func StartRegion(ctx context.Context, regionType string) *Region { return &Region{regionType} }

// End ends it.
func (r *Region) End() {}
