// Fuzz tests run their target with the seeds, each as a subtest.
package main

import (
	"io"
	"os"
	"reflect"
	"regexp"
	"testing"
	"time"
)

type corpusEntry = struct {
	Parent     string
	Path       string
	Data       []byte
	Values     []any
	Generation int
	IsSeed     bool
}

// deps is what the main function of a test program provides.
type deps struct{}

func (deps) MatchString(pat, str string) (bool, error)   { return regexp.MatchString(pat, str) }
func (deps) ImportPath() string                          { return "example.com/pkg" }
func (deps) ModulePath() string                          { return "example.com" }
func (deps) SetPanicOnExit0(bool)                        {}
func (deps) StartCPUProfile(io.Writer) error             { return nil }
func (deps) StopCPUProfile()                             {}
func (deps) StartTestLog(io.Writer)                      {}
func (deps) StopTestLog() error                          { return nil }
func (deps) WriteProfileTo(string, io.Writer, int) error { return nil }
func (deps) ResetCoverage()                              {}
func (deps) SnapshotCoverage()                           {}
func (deps) CoordinateFuzzing(time.Duration, int64, time.Duration, int64, int, []corpusEntry, []reflect.Type, string, string) error {
	return nil
}
func (deps) RunFuzzWorker(func(corpusEntry) error) error              { return nil }
func (deps) ReadCorpus(string, []reflect.Type) ([]corpusEntry, error) { return nil, nil }
func (deps) CheckCorpus([]any, []reflect.Type) error                  { return nil }
func (deps) InitRuntimeCoverage() (mode string, tearDown func(string, string) (string, error), snapcov func() float64) {
	return
}

func FuzzGood(f *testing.F) {
	f.Add("hello", 5, []byte{1}, 'x', true)
	f.Add("", -1, []byte(nil), '\x00', false)
	f.Fuzz(func(t *testing.T, s string, n int, b []byte, r rune, ok bool) {
		t.Logf("%q %d %v %q %v", s, n, b, r, ok)
	})
}

func FuzzBad(f *testing.F) {
	f.Log("before")
	f.Cleanup(func() { f.Log("cleanup") })
	for i := range 4 {
		f.Add(uint8(i), float64(i)/2)
	}
	f.Fuzz(func(t *testing.T, b byte, x float64) {
		if b == 2 {
			t.Errorf("%v is wrong", x)
		}
		t.Run("sub", func(t *testing.T) {
			if b == 1 {
				t.Skip("not this one")
			}
		})
	})
	f.Log("after", f.Failed())
}

func FuzzSkip(f *testing.F) { f.Skip("not today") }

func FuzzMisuse(f *testing.F) {
	for _, ff := range []any{1, func() {}, func(t *testing.T) {}, func(t *testing.T, e error) {}, func(t *testing.T, s string) int { return 0 }} {
		func() {
			defer func() { f.Log(recover()) }()
			f.Add(ff)
		}()
	}
	defer func() { f.Log(recover()) }()
	f.Fuzz(func(t *testing.T, p *int) {})
}

func FuzzInside(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) {
		defer func() { t.Log(recover()) }()
		f.Error("not allowed")
	})
}

func main() {
	os.Exit(testing.MainStart(deps{}, nil, nil, []testing.InternalFuzzTarget{
		{Name: "FuzzGood", Fn: FuzzGood}, {Name: "FuzzBad", Fn: FuzzBad},
		{Name: "FuzzSkip", Fn: FuzzSkip}, {Name: "FuzzMisuse", Fn: FuzzMisuse}, {Name: "FuzzInside", Fn: FuzzInside},
	}, nil).Run())
}

// Flags: --seed=1
// Args: -test.v
// Exit: 1
// Output:
// === RUN   FuzzGood
// === RUN   FuzzGood/seed#0
//     fuzz.go:50: "hello" 5 [1] 'x' true
// === RUN   FuzzGood/seed#1
//     fuzz.go:50: "" -1 [] '\x00' false
// --- PASS: FuzzGood (0.00s)
//     --- PASS: FuzzGood/seed#0 (0.00s)
//     --- PASS: FuzzGood/seed#1 (0.00s)
// === RUN   FuzzBad
//     fuzz.go:55: before
// === RUN   FuzzBad/seed#0
// === RUN   FuzzBad/seed#0/sub
// === RUN   FuzzBad/seed#1
// === RUN   FuzzBad/seed#1/sub
//     fuzz.go:66: not this one
// === RUN   FuzzBad/seed#2
//     fuzz.go:62: 1 is wrong
// === RUN   FuzzBad/seed#2/sub
// === RUN   FuzzBad/seed#3
// === RUN   FuzzBad/seed#3/sub
// === NAME  FuzzBad
//     fuzz.go:70: after true
//     fuzz.go:56: cleanup
// --- FAIL: FuzzBad (0.00s)
//     --- PASS: FuzzBad/seed#0 (0.00s)
//         --- PASS: FuzzBad/seed#0/sub (0.00s)
//     --- PASS: FuzzBad/seed#1 (0.00s)
//         --- SKIP: FuzzBad/seed#1/sub (0.00s)
//     --- FAIL: FuzzBad/seed#2 (0.00s)
//         --- PASS: FuzzBad/seed#2/sub (0.00s)
//     --- PASS: FuzzBad/seed#3 (0.00s)
//         --- PASS: FuzzBad/seed#3/sub (0.00s)
// === RUN   FuzzSkip
//     fuzz.go:73: not today
// --- SKIP: FuzzSkip (0.00s)
// === RUN   FuzzMisuse
//     fuzz.go:78: <nil>
//     fuzz.go:78: testing: unsupported type to Add func()
//     fuzz.go:78: testing: unsupported type to Add func(*testing.T)
//     fuzz.go:78: testing: unsupported type to Add func(*testing.T, error)
//     fuzz.go:78: testing: unsupported type to Add func(*testing.T, string) int
//     fuzz.go:82: testing: unsupported type for fuzzing *int
// --- PASS: FuzzMisuse (0.00s)
// === RUN   FuzzInside
// === RUN   FuzzInside/seed#0
//     fuzz.go:89: testing: f.Error was called inside the fuzz target, use t.Error instead
// --- PASS: FuzzInside (0.00s)
//     --- PASS: FuzzInside/seed#0 (0.00s)
// FAIL
