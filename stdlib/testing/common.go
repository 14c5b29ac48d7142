package testing

import (
	"context"
	"fmt"
	"internal/rt"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// common is what T, B and F share: a place in the tree of tests, a verdict, cleanup functions and what was logged.
// mu guards the fields down to partial.
type common struct {
	mu       sync.RWMutex
	ran      bool
	failed   bool
	skipped  bool
	finished bool // the function has returned, or asked to end by FailNow or SkipNow
	over     bool // and all subtests as well
	helpers  map[string]bool
	seen     map[uintptr]bool // places that called Helper
	cleanups []cleanup
	now      *cleanup // the one that is running
	kept     []byte   // output for the report
	partial  []byte   // the beginning of a line written to Output

	stream    *stream // the verbose report, or nil
	w         io.Writer
	bench     bool
	bubbled   bool // is its parent, but in a bubble of package synctest
	fuzzing   bool // the target of a fuzz test is running
	hasSub    atomic.Bool
	cleaning  atomic.Bool
	parallel  bool // has called Parallel
	parent    *common
	waiting   []*T // subtests that called Parallel
	level     int
	creator   []uintptr // the stack of the call of Run
	name      string
	module    string
	pkg       string
	start     instant
	elapsed   time.Duration
	gate      chan struct{} // closed when parallel subtests may run
	signal    chan bool     // the test is over or has called Parallel
	dirs      directories
	ctx       context.Context
	cancel    context.CancelFunc
	artifacts artifacts
}

// instant is a point in time on the monotonic clock.
type instant int64

func now() instant { return instant(rt.Nanotime()) }

func (i instant) age() time.Duration { return time.Duration(now() - i) }

func seconds(d time.Duration) string { return fmt.Sprintf("%.2fs", d.Seconds()) }

func text(v any) string { return fmt.Sprint(v) }

func (c *common) private() {}

// descend makes c a child of parent.
func (c *common) descend(parent *common, name string) {
	c.parent, c.level, c.name = parent, parent.level+1, name
	c.stream, c.module, c.pkg = parent.stream, parent.module, parent.pkg
	c.ctx, c.cancel = context.WithCancel(context.Background())
}

// Name is the full name of the test.
func (c *common) Name() string { return c.name }

// Context is done just before the cleanup functions run.
func (c *common) Context() context.Context {
	c.outsideTarget("Context")
	return c.ctx
}

// outsideTarget panics if a method of F was called by its fuzz target.
func (c *common) outsideTarget(method string) {
	if c.fuzzing {
		panic(fmt.Sprintf("testing: f.%s was called inside the fuzz target, use t.%[1]s instead", method))
	}
}

func (c *common) setRan() {
	for ; c != nil; c = c.parent {
		c.mu.Lock()
		c.ran = true
		c.mu.Unlock()
	}
}

func (c *common) finish() {
	c.mu.Lock()
	c.finished = true
	c.mu.Unlock()
}

func (c *common) hasFinished() bool {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.finished
}

// Fail lets the test fail and go on.
func (c *common) Fail() {
	var line []*common
	for at := c; at != nil; at = at.parent {
		line = append(line, at)
	}
	for _, at := range slices.Backward(line) {
		at.markFailed()
	}
}

func (c *common) markFailed() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.over {
		panic("Fail in goroutine after " + c.name + " has completed")
	}
	c.failed = true
}

// verdict is what there is to say by now.
func (c *common) verdict() (failed, skipped bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.failed, c.skipped
}

// Failed reports whether the test has failed.
func (c *common) Failed() bool {
	failed, _ := c.verdict()
	return failed
}

// Skipped reports whether the test was skipped.
func (c *common) Skipped() bool {
	_, skipped := c.verdict()
	return skipped
}

// leave ends the calling goroutine, which is the test's, in good order.
func (c *common) leave(skip bool) {
	c.mu.Lock()
	c.skipped = c.skipped || skip
	c.mu.Unlock()
	c.finish()
	runtime.Goexit()
}

// FailNow lets the test fail and ends the calling goroutine, which must be the test's own.
func (c *common) FailNow() {
	c.outsideTarget("FailNow")
	c.Fail()
	c.leave(false)
}

// SkipNow ends the calling goroutine, which must be the test's own; the test counts as skipped unless it has failed.
func (c *common) SkipNow() {
	c.outsideTarget("SkipNow")
	c.leave(true)
}

// cleanup is a function to call at the end, and the stack of where it was registered.
type cleanup struct {
	f     func()
	stack []uintptr
}

// Cleanup registers a function for the end of the test and its subtests; the last one registered is called first.
func (c *common) Cleanup(f func()) {
	c.outsideTarget("Cleanup")
	stack := callers(1)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cleanups = append(c.cleanups, cleanup{f, stack})
}

// cleanUp calls the cleanup functions, those that they register, too, and those that are left when one panics.
func (c *common) cleanUp() {
	c.cleaning.Store(true)
	defer c.cleaning.Store(false)
	if c.cancel != nil {
		c.cancel()
	}
	for c.runCleanup() {
	}
}

// cleanUpRecovering returns what a cleanup function panicked with.
func (c *common) cleanUpRecovering() (v any) {
	defer func() { v = recover() }()
	c.cleanUp()
	return nil
}

// runCleanup calls the newest cleanup function, if there is one.
func (c *common) runCleanup() bool {
	c.mu.Lock()
	n := len(c.cleanups)
	if n == 0 {
		c.mu.Unlock()
		return false
	}
	task := c.cleanups[n-1]
	c.cleanups = c.cleanups[:n-1]
	c.now = &task
	c.mu.Unlock()
	done := false
	defer func() {
		c.mu.Lock()
		c.now = nil
		c.mu.Unlock()
		if !done { // a panic or Goexit
			c.cleanUp()
		}
	}()
	task.f()
	done = true
	return true
}
