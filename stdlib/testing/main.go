package testing

import (
	"errors"
	"flag"
	"fmt"
	"internal/rt"
	"io"
	"math/rand"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// testDeps is what the main function of a test program provides; see testing/internal/testdeps.
type testDeps interface {
	MatchString(pat, str string) (bool, error)
	ModulePath() string
	ImportPath() string
	SetPanicOnExit0(bool)

	StartTestLog(io.Writer)
	StopTestLog() error
	StartCPUProfile(io.Writer) error
	StopCPUProfile()
	WriteProfileTo(string, io.Writer, int) error
	InitRuntimeCoverage() (mode string, tearDown func(profile, dir string) (string, error), snapshot func() float64)
}

var errNoDeps = errors.New("testing: unexpected use of func Main")

// matchOnly is testDeps for programs that have no more than a match function.
type matchOnly matchFunc

func (m matchOnly) MatchString(pat, str string) (bool, error) { return m(pat, str) }
func (matchOnly) ImportPath() string                          { return "" }
func (matchOnly) ModulePath() string                          { return "" }
func (matchOnly) SetPanicOnExit0(bool)                        {}
func (matchOnly) StartCPUProfile(w io.Writer) error           { return errNoDeps }
func (matchOnly) StopCPUProfile()                             {}
func (matchOnly) StartTestLog(io.Writer)                      {}
func (matchOnly) StopTestLog() error                          { return errNoDeps }
func (matchOnly) WriteProfileTo(string, io.Writer, int) error { return errNoDeps }
func (matchOnly) InitRuntimeCoverage() (mode string, tearDown func(profile, dir string) (string, error), snapshot func() float64) {
	return
}

// isTest tells that the program is a test.
var isTest = rt.Testing()

// Main runs tests, benchmarks and examples, and ends the program.
func Main(matchString func(pat, str string) (bool, error), tests []InternalTest, benchmarks []InternalBenchmark, examples []InternalExample) {
	os.Exit(MainStart(matchOnly(matchString), tests, benchmarks, nil, examples).Run())
}

// M is what TestMain is given.
type M struct {
	deps       testDeps
	tests      []InternalTest
	benchmarks []InternalBenchmark
	targets    []InternalFuzzTarget
	examples   []InternalExample

	alarm *time.Timer
	wrap  sync.Once // what is written once, after all tests
	runs  int
	log   *os.File
}

// MainStart is how the main function of a test program begins.
func MainStart(deps testDeps, tests []InternalTest, benchmarks []InternalBenchmark, fuzzTargets []InternalFuzzTarget, examples []InternalExample) *M {
	if mode, tearDown, snapshot := deps.InitRuntimeCoverage(); mode != "" {
		cover.Mode, cover.tearDown, cover.snapshot = mode, tearDown, snapshot
	}
	Init()
	return &M{deps: deps, tests: tests, benchmarks: benchmarks, targets: fuzzTargets, examples: examples}
}

var (
	haveExamples bool
	stderr       *os.File // keeps standard error open when os.Stderr becomes os.Stdout
)

// Run runs everything and returns the exit status: 0 if all is well.
func (m *M) Run() (code int) {
	defer func() {
		// A TestMain need not call os.Exit: then the main function does, with this status.
		if d, ok := m.deps.(interface{ SetExitCode(int) }); ok {
			d.SetExitCode(code)
		}
	}()
	m.runs++
	if !flag.Parsed() {
		flag.Parse()
	}
	if verbosity.json {
		// Both go to the same reader: through one file nothing is torn apart.
		stderr, os.Stderr = os.Stderr, os.Stdout
	}
	switch {
	case *options.parallel < 1:
		return misuse("-parallel can only be given a positive integer")
	case *options.fuzz != "":
		return misuse("-test.fuzz is not supported: fuzz tests run with their seeds, by -test.run")
	case *options.list != "":
		m.list()
		return 0
	case !m.shuffle():
		return 2
	}
	parseCPUList()
	m.before()
	defer m.after()
	if !m.runAll() {
		fmt.Print(verbosity.framing(), "FAIL\n")
		return 1
	}
	fmt.Print(verbosity.framing(), "PASS\n")
	return 0
}

func misuse(what string) int {
	fmt.Fprintln(os.Stderr, "testing: "+what)
	flag.Usage()
	return 2
}

// runAll runs tests, fuzz targets, examples and benchmarks, in this order.
func (m *M) runAll() bool {
	deadline := m.startAlarm()
	haveExamples = len(m.examples) > 0
	ran, ok := runTests(m.deps, m.tests, deadline)
	targetsRan, targetsOK := runFuzzTargets(m.deps, m.targets, deadline)
	examplesRan, examplesOK := runExamples(m.deps.MatchString, m.examples)
	if m.alarm != nil {
		m.alarm.Stop()
	}
	if !ran && !targetsRan && !examplesRan && *options.bench == "" && *options.fuzz == "" {
		warnNoTests()
	}
	return ok && targetsOK && examplesOK && runBenchmarks(m.deps, m.benchmarks)
}

// list prints the names that match -test.list.
func (m *M) list() {
	match := m.deps.MatchString
	if _, err := match(*options.list, "non-empty"); err != nil {
		fmt.Fprintf(os.Stderr, "testing: invalid regexp in -test.list (%q): %s\n", *options.list, err)
		os.Exit(1)
	}
	var names []string
	for _, t := range m.tests {
		names = append(names, t.Name)
	}
	for _, b := range m.benchmarks {
		names = append(names, b.Name)
	}
	for _, f := range m.targets {
		names = append(names, f.Name)
	}
	for _, e := range m.examples {
		names = append(names, e.Name)
	}
	for _, name := range names {
		if ok, _ := match(*options.list, name); ok {
			fmt.Println(name)
		}
	}
}

// shuffle brings tests and benchmarks into the order that -test.shuffle asks for.
func (m *M) shuffle() bool {
	var seed int64
	switch how := *options.shuffle; how {
	case "off":
		return true
	case "on":
		seed = time.Now().UnixNano()
	default:
		var err error
		if seed, err = strconv.ParseInt(how, 10, 64); err != nil {
			fmt.Fprintln(os.Stderr, `testing: -shuffle should be "off", "on", or a valid integer:`, err)
			return false
		}
	}
	fmt.Println("-test.shuffle", seed)
	r := rand.New(rand.NewSource(seed))
	r.Shuffle(len(m.tests), func(i, j int) { m.tests[i], m.tests[j] = m.tests[j], m.tests[i] })
	r.Shuffle(len(m.benchmarks), func(i, j int) { m.benchmarks[i], m.benchmarks[j] = m.benchmarks[j], m.benchmarks[i] })
	return true
}

const noCoverage = "cannot use -test.%s because test binary was not built with coverage enabled"

func (m *M) before() {
	if name := *options.cpuProfile; name != "" {
		writeFile(name, "can't start cpu profile", m.deps.StartCPUProfile)
	}
	if *options.trace != "" {
		fmt.Fprintln(os.Stderr, "testing: can't start tracing: not supported")
	}
	if CoverMode() == "" && *options.coverProfile != "" {
		fatal(noCoverage, "coverprofile")
	}
	if CoverMode() == "" && *options.coverDir != "" {
		fatal(noCoverage, "gocoverdir")
	}
	makeArtifactRoot()
	if name := *options.testLog; name != "" {
		flags := os.O_WRONLY | os.O_APPEND
		if m.runs == 1 {
			flags = os.O_WRONLY | os.O_CREATE | os.O_TRUNC
		}
		f, err := os.OpenFile(name, flags, 0o666)
		if err != nil {
			fatal("%s", err)
		}
		m.log = f
		m.deps.StartTestLog(f)
	}
	if *options.panicOnExit0 {
		m.deps.SetPanicOnExit0(true)
	}
}

func (m *M) after() {
	m.wrap.Do(m.writeReports)
	if *options.panicOnExit0 {
		m.deps.SetPanicOnExit0(false)
	}
}

func (m *M) writeReports() {
	if m.log != nil {
		err := m.deps.StopTestLog()
		if err == nil {
			err = m.log.Close()
		}
		if err != nil {
			fatal("can't write %s: %s", *options.testLog, err)
		}
	}
	if *options.cpuProfile != "" {
		m.deps.StopCPUProfile()
	}
	m.profile("allocs", *options.memProfile)
	m.profile("block", *options.blockProfile)
	m.profile("mutex", *options.mutexProfile)
	if CoverMode() != "" {
		reportCoverage()
	}
}

func (m *M) profile(kind, name string) {
	if name != "" {
		writeFile(name, "can't write "+name, func(w io.Writer) error { return m.deps.WriteProfileTo(kind, w, 0) })
	}
}

// writeFile makes a file in the output directory; what goes wrong is printed.
func writeFile(name, problem string, write func(io.Writer) error) {
	f, err := os.Create(inOutputDir(name))
	if err != nil {
		fmt.Fprintf(os.Stderr, "testing: %s\n", err)
		return
	}
	defer f.Close()
	if err := write(f); err != nil {
		fmt.Fprintf(os.Stderr, "testing: %s: %s\n", problem, err)
	}
}

// startAlarm arranges for the end of the program after -test.timeout.
func (m *M) startAlarm() (deadline time.Time) {
	limit := *options.timeout
	if limit <= 0 {
		return deadline
	}
	deadline = time.Now().Add(limit)
	m.alarm = time.AfterFunc(limit, func() {
		m.after()
		debug.SetTraceback("all")
		var b strings.Builder
		fmt.Fprintf(&b, "test timed out after %v", limit)
		if list := running.list(); len(list) > 0 {
			b.WriteString("\nrunning tests:")
			for _, line := range list {
				b.WriteString("\n\t" + line)
			}
		}
		panic(b.String())
	})
	return deadline
}

func (r *roster) list() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var lines []string
	for name, start := range r.since {
		lines = append(lines, fmt.Sprintf("%s (%v)", name, start.age().Round(time.Second)))
	}
	slices.Sort(lines)
	return lines
}
