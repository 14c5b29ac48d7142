// Package testing runs tests, benchmarks, fuzz targets and examples, and reports about them.
package testing

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"runtime"
	"sync/atomic"
	"time"
)

// TB is what T, B and F have in common.
type TB interface {
	Name() string
	Helper()

	Log(args ...any)
	Logf(format string, args ...any)
	Output() io.Writer
	Attr(key, value string)

	Fail()
	Error(args ...any)
	Errorf(format string, args ...any)
	FailNow()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Failed() bool

	SkipNow()
	Skip(args ...any)
	Skipf(format string, args ...any)
	Skipped() bool

	Cleanup(func())
	Context() context.Context
	TempDir() string
	ArtifactDir() string
	Chdir(dir string)
	Setenv(key, value string)

	private() // so that this interface can grow
}

var (
	_ TB = (*T)(nil)
	_ TB = (*B)(nil)
	_ TB = (*F)(nil)
)

// T is what a test is given.
type T struct {
	common
	slots *slots
	alone bool // changed something that parallel tests would see
}

// InternalTest is a test and its name.
type InternalTest struct {
	Name string
	F    func(*T)
}

var (
	errNoReturn = errors.New("test executed panic(nil) or runtime.Goexit")

	failures        atomic.Int32 // of tests and examples, for -failfast
	parallelRunning atomic.Int32
)

const parallelConflict = "testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel"

// Testing reports whether the program is a test.
func Testing() bool { return isTest }

// Short reports whether -test.short is set.
func Short() bool {
	if options.short == nil {
		panic("testing: Short called before Init")
	}
	if !flag.Parsed() {
		panic("testing: Short called before Parse")
	}
	return *options.short
}

// Verbose reports whether -test.v is set.
func Verbose() bool {
	if !flag.Parsed() {
		panic("testing: Verbose called before Parse")
	}
	return verbosity.on
}

// Deadline is when -test.timeout will end the program; ok is false if there is no such time.
func (t *T) Deadline() (deadline time.Time, ok bool) {
	t.outsideBubble("Deadline")
	deadline = t.slots.deadline
	return deadline, !deadline.IsZero()
}

// Setenv sets an environment variable until the test ends. Parallel tests can not use it.
func (t *T) Setenv(key, value string) {
	t.forbidParallel()
	t.common.Setenv(key, value)
}

// Chdir changes the working directory until the test ends. Parallel tests can not use it.
func (t *T) Chdir(dir string) {
	t.forbidParallel()
	t.common.Chdir(dir)
}

func (t *T) forbidParallel() {
	for c := &t.common; c != nil; c = c.parent {
		if c.parallel {
			panic(parallelConflict)
		}
	}
	t.alone = true
}

// Parallel lets the test run beside other parallel ones, after all that are not parallel.
func (t *T) Parallel() {
	t.outsideBubble("Parallel")
	switch {
	case t.parallel:
		panic("testing: t.Parallel called multiple times")
	case t.alone:
		panic(parallelConflict)
	}
	t.parallel = true
	t.elapsed += t.start.age()
	t.parent.waiting = append(t.parent.waiting, t)

	t.announce("PAUSE")
	running.leave(t.name)
	t.signal <- true // the caller of Run goes on
	<-t.parent.gate
	t.slots.acquire()
	parallelRunning.Add(1)

	t.announce("CONT ")
	running.enter(t.name)
	t.start = now()
}

// Run runs f as a subtest, in a goroutine of its own, and waits until it ends or calls Parallel.
// It reports whether the subtest has not failed by then.
func (t *T) Run(name string, f func(t *T)) bool {
	if t.cleaning.Load() {
		panic("testing: t.Run called during t.Cleanup")
	}
	t.outsideBubble("Run")
	t.hasSub.Store(true)
	full, wanted, _ := t.slots.names.resolve(&t.common, name)
	if !wanted || enoughFailures() {
		return true
	}
	sub := &T{slots: t.slots}
	sub.descend(&t.common, full)
	sub.signal = make(chan bool, 1)
	sub.gate = make(chan struct{})
	sub.creator = callers(1)

	sub.announce("RUN  ")
	running.enter(sub.name)
	go tRunner(sub, f)
	if !<-sub.signal {
		runtime.Goexit() // the subtest ended this test
	}
	t.regain()
	return !sub.failed
}

func enoughFailures() bool { return *options.failFast && failures.Load() > 0 }

// tRunner is the bottom of every test's stack.
func tRunner(t *T, fn func(t *T)) {
	defer t.conclude()
	defer t.cleanUpAlone()
	t.start = now()
	fn(t)
	t.finish()
}

// cleanUpAlone runs the cleanup functions of a test without parallel subtests; a panic in them is the test's.
func (t *T) cleanUpAlone() {
	if len(t.waiting) == 0 {
		t.cleanUp()
	}
}

// conclude ends a test: it finds out how the function ended, runs parallel subtests and reports.
func (t *T) conclude() {
	cause := recover()
	goOn := true // false ends the caller of Run, too
	if cause == nil && !t.hasFinished() {
		cause = errNoReturn
		if t.ancestorFinished() {
			goOn = false
			if !t.parallel {
				t.Errorf("%v: subtest may have called FailNow on a parent test", cause)
				cause = nil
			}
		}
	}
	dying := false
	defer func() {
		if dying {
			return // the program ends with the panic, not because the last test is over
		}
		if cause != nil {
			panic(cause)
		}
		if !t.bubbled {
			running.leave(t.name)
		}
		if t.parallel {
			parallelRunning.Add(-1)
		}
		t.signal <- goOn
	}()
	if cause == nil {
		t.elapsed += t.start.age()
		if len(t.waiting) > 0 {
			cause = t.releaseSubtests()
		} else if t.parallel {
			t.slots.release()
		}
	}
	if cause != nil {
		t.unwindReports()
		dying = true
		panic(cause)
	}
	for c := &t.common; c.parent != nil; c = c.parent {
		c.endLine()
	}
	if t.Failed() {
		failures.Add(1)
	}
	if !t.bubbled {
		t.report()
	}
	t.over = true
	if t.parent != nil && !t.hasSub.Load() {
		t.setRan()
	}
}

func (t *T) ancestorFinished() bool {
	for c := t.parent; c != nil; c = c.parent {
		if c.hasFinished() {
			return true
		}
	}
	return false
}

// releaseSubtests lets the parallel subtests run, waits for them and cleans up. It returns what a cleanup
// function panicked with.
func (t *T) releaseSubtests() any {
	t.slots.release()
	running.leave(t.name)
	close(t.gate)
	for _, sub := range t.waiting {
		<-sub.signal
	}
	running.enter(t.name)
	start := now()
	cause := t.cleanUpRecovering()
	t.elapsed += start.age()
	if cause == nil && !t.parallel {
		t.slots.acquire()
	}
	return cause
}

// unwindReports fails a test that is about to end the program, and prints what it and its ancestors have logged.
func (t *T) unwindReports() {
	t.Fail()
	if v := t.cleanUpRecovering(); v != nil {
		t.Logf("cleanup panicked with %v", v)
	}
	for c := &t.common; !c.bubbled && c.parent != nil; c = c.parent {
		c.mu.Lock()
		c.elapsed += c.start.age()
		c.mu.Unlock()
		c.endLine()
		c.flush("FAIL")
		if v := c.parent.cleanUpRecovering(); v != nil {
			c.parent.print("cleanup panicked with " + text(v))
		}
	}
}

// runTests runs all tests as often as the flags say.
func runTests(deps testDeps, tests []InternalTest, deadline time.Time) (ran, ok bool) {
	ok = true
	for _, procs := range cpuList {
		runtime.GOMAXPROCS(procs)
		for i := uint(0); i < *options.count; i++ {
			if enoughFailures() || i > 0 && !ran {
				break
			}
			root := newRoot(deps, deadline)
			tRunner(root, func(t *T) {
				for _, test := range tests {
					t.Run(test.Name, test.F)
				}
			})
			<-root.signal
			ok = ok && !root.Failed()
			ran = ran || root.ran
		}
	}
	return ran, ok
}

// newRoot makes the test above all tests.
func newRoot(deps testDeps, deadline time.Time) *T {
	names := newSelector(deps.MatchString, *options.run, "-test.run", *options.skip)
	root := &T{slots: newSlots(*options.parallel, names, deadline)}
	root.w = os.Stdout
	root.signal = make(chan bool, 1)
	root.gate = make(chan struct{})
	root.module, root.pkg = deps.ModulePath(), deps.ImportPath()
	root.ctx, root.cancel = context.WithCancel(context.Background())
	if verbosity.on {
		root.stream = newStream(root.w)
	}
	return root
}

// RunTests runs tests.
func RunTests(matchString func(pat, str string) (bool, error), tests []InternalTest) (ok bool) {
	var deadline time.Time
	if *options.timeout > 0 {
		deadline = time.Now().Add(*options.timeout)
	}
	ran, ok := runTests(matchOnly(matchString), tests, deadline)
	if !ran && !haveExamples {
		warnNoTests()
	}
	return ok
}
