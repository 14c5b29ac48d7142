package testing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// InternalFuzzTarget is a fuzz test and its name.
type InternalFuzzTarget struct {
	Name string
	Fn   func(f *F)
}

// F is what a fuzz test is given. It runs its target with the seeds: those of Add, and the files in testdata/fuzz/NAME.
type F struct {
	common
	slots  *slots
	seeds  []seed
	called bool // Fuzz was
}

// seed is arguments for the target. Its name is that of the subtest.
type seed struct {
	name string
	args []any
}

const corpusDir = "testdata/fuzz"

// Helper marks the calling function as one whose caller is the place of its messages.
func (f *F) Helper() {
	f.outsideTarget("Helper")
	var pc [1]uintptr
	runtime.Callers(2, pc[:])
	f.markHelper(pc[0])
}

// Fail lets the fuzz test fail and go on.
func (f *F) Fail() {
	f.outsideTarget("Fail")
	f.common.Fail()
}

// Skipped reports whether the fuzz test was skipped.
func (f *F) Skipped() bool {
	f.outsideTarget("Skipped")
	return f.common.Skipped()
}

// Add adds a seed: arguments for the target behind its first.
func (f *F) Add(args ...any) {
	for _, arg := range args {
		if !fuzzable(arg) {
			panic(fmt.Sprintf("testing: unsupported type to Add %T", arg))
		}
	}
	f.seeds = append(f.seeds, seed{fmt.Sprintf("seed#%d", len(f.seeds)), append([]any(nil), args...)})
}

// fuzzable reports whether arguments of v's type are allowed.
func fuzzable(v any) bool {
	switch v.(type) {
	case []byte, string, bool, float32, float64, int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64:
		return true
	}
	return false
}

// Fuzz runs the target ff with all seeds, each as a subtest. ff is a function of a *T and what is to be varied.
func (f *F) Fuzz(ff any) {
	if f.called {
		panic("testing: F.Fuzz called more than once")
	}
	f.called = true
	if f.failed {
		return
	}
	f.Helper()
	target := newTarget(ff)
	for _, s := range f.seeds {
		if err := target.accepts(s.args); err != nil {
			f.Fatal(err)
		}
	}
	files, err := readSeeds(filepath.Join(corpusDir, f.name), target)
	if err != nil {
		f.Fatal(err)
	}
	f.seeds = append(f.seeds, files...)
	for _, s := range f.seeds {
		name := f.name + "/" + s.name
		if _, wanted, _ := f.slots.names.resolve(nil, name); wanted && !enoughFailures() {
			f.runSeed(name, target, s)
		}
	}
}

func (f *F) runSeed(name string, target *target, s seed) {
	t := &T{slots: f.slots}
	t.descend(&f.common, name)
	t.ctx, t.cancel = context.WithCancel(f.ctx)
	t.signal = make(chan bool)
	t.gate = make(chan struct{})
	t.creator = callers(1)
	t.announce("RUN  ")
	f.fuzzing = true
	go tRunner(t, func(t *T) { target.call(t, s.args) })
	<-t.signal
	f.regain()
	f.fuzzing = false
}

// fRunner is the bottom of every fuzz test's stack.
func fRunner(f *F, fn func(*F)) {
	defer f.conclude()
	defer func() {
		if len(f.waiting) == 0 {
			f.cleanUp()
		}
	}()
	f.start = now()
	fn(f)
	f.finish()
}

// conclude ends a fuzz test.
func (f *F) conclude() {
	if f.Failed() {
		failures.Add(1)
	}
	cause := recover()
	if cause == nil && !f.skipped && !f.failed {
		if !f.finished {
			cause = errNoReturn
		} else if !f.called {
			f.Error("returned without calling F.Fuzz, F.Fail, or F.Skip")
		}
	}
	dying := false
	defer func() {
		if !dying {
			f.signal <- true
		}
	}()
	if cause == nil {
		f.elapsed += f.start.age()
		if len(f.waiting) > 0 {
			cause = f.releaseSubtests()
		}
	}
	if cause != nil {
		f.common.Fail()
		if v := f.cleanUpRecovering(); v != nil {
			f.Logf("cleanup panicked with %v", v)
		}
		f.elapsed += f.start.age()
		f.flush("FAIL")
		dying = true
		panic(cause)
	}
	f.report()
	f.over = true
	f.setRan()
}

func (f *F) releaseSubtests() any {
	f.slots.release()
	close(f.gate)
	for _, sub := range f.waiting {
		<-sub.signal
	}
	start := now()
	cause := f.cleanUpRecovering()
	f.elapsed += start.age()
	return cause
}

// runFuzzTargets runs fuzz tests with their seeds.
func runFuzzTargets(deps testDeps, targets []InternalFuzzTarget, deadline time.Time) (ran, ok bool) {
	ok = true
	if len(targets) == 0 {
		return ran, ok
	}
	for _, procs := range cpuList {
		runtime.GOMAXPROCS(procs)
		for range *options.count {
			if enoughFailures() {
				break
			}
			root := newRoot(deps, deadline)
			for _, target := range targets {
				if enoughFailures() {
					break
				}
				name, wanted, _ := root.slots.names.resolve(nil, target.Name)
				if !wanted {
					continue
				}
				f := &F{slots: root.slots}
				f.descend(&root.common, name)
				f.signal = make(chan bool)
				f.gate = make(chan struct{})
				f.announce("RUN  ")
				go fRunner(f, target.Fn)
				<-f.signal
				if f.stream != nil && verbosity.json {
					f.stream.event("", "=== NAME  \n")
				}
				ok = ok && !f.Failed()
				ran = ran || f.ran
			}
			if !ran {
				return ran, ok
			}
		}
	}
	return ran, ok
}

// readSeeds reads the files of a directory, which need not exist.
func readSeeds(dir string, target *target) (seeds []seed, err error) {
	entries, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading seed corpus from testdata: %v", err)
	}
	var bad malformed
	for _, e := range entries {
		if e.IsDir() {
			continue
		}
		name := filepath.Join(dir, e.Name())
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("failed to read corpus file: %v", err)
		}
		args, err := parseSeed(data)
		if err != nil {
			err = fmt.Errorf("unmarshal: %v", err)
		} else {
			err = target.accepts(args)
		}
		if err != nil {
			bad = append(bad, fmt.Sprintf("%q: %v", name, err))
			continue
		}
		seeds = append(seeds, seed{e.Name(), args})
	}
	if bad != nil {
		return nil, bad
	}
	return seeds, nil
}
