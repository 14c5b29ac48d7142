package testing

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// options are the flags of a test program.
var options struct {
	short, failFast, fullPath, panicOnExit0, artifacts *bool

	run, skip, list, shuffle, cpu, outputDir           *string
	coverProfile, coverDir, testLog                    *string
	cpuProfile, memProfile, blockProfile, mutexProfile *string
	trace                                              *string

	count    *uint
	parallel *int
	timeout  *time.Duration

	bench     *string
	benchMem  *bool
	benchTime budget

	fuzz, fuzzCacheDir         *string
	fuzzWorker                 *bool
	fuzzTime, fuzzMinimizeTime budget
}

var inited bool

// Init defines the flags of package testing. Programs that are not tests call it before they use Benchmark.
func Init() {
	if inited {
		return
	}
	inited = true
	o := &options
	o.short = flag.Bool("test.short", false, "run smaller test suite to save time")
	o.failFast = flag.Bool("test.failfast", false, "do not start new tests after the first test failure")
	o.outputDir = flag.String("test.outputdir", "", "write profiles to `dir`")
	o.artifacts = flag.Bool("test.artifacts", false, "store test artifacts in test.,outputdir")
	flag.Var(&verbosity, "test.v", "verbose: print additional output")
	o.count = flag.Uint("test.count", 1, "run tests and benchmarks `n` times")
	o.coverProfile = flag.String("test.coverprofile", "", "write a coverage profile to `file`")
	o.coverDir = flag.String("test.gocoverdir", "", "write coverage intermediate files to this directory")
	o.list = flag.String("test.list", "", "list tests, examples, and benchmarks matching `regexp` then exit")
	o.run = flag.String("test.run", "", "run only tests and examples matching `regexp`")
	o.skip = flag.String("test.skip", "", "do not list or run tests matching `regexp`")
	o.memProfile = flag.String("test.memprofile", "", "write an allocation profile to `file`")
	flag.Int("test.memprofilerate", 0, "set memory allocation profiling `rate` (see runtime.MemProfileRate)")
	o.cpuProfile = flag.String("test.cpuprofile", "", "write a cpu profile to `file`")
	o.blockProfile = flag.String("test.blockprofile", "", "write a goroutine blocking profile to `file`")
	flag.Int("test.blockprofilerate", 1, "set blocking profile `rate` (see runtime.SetBlockProfileRate)")
	o.mutexProfile = flag.String("test.mutexprofile", "", "write a mutex contention profile to the named file after execution")
	flag.Int("test.mutexprofilefraction", 1, "if >= 0, calls runtime.SetMutexProfileFraction()")
	o.panicOnExit0 = flag.Bool("test.paniconexit0", false, "panic on call to os.Exit(0)")
	o.trace = flag.String("test.trace", "", "write an execution trace to `file`")
	o.timeout = flag.Duration("test.timeout", 0, "panic test binary after duration `d` (default 0, timeout disabled)")
	o.cpu = flag.String("test.cpu", "", "comma-separated `list` of cpu counts to run each test with")
	o.parallel = flag.Int("test.parallel", runtime.GOMAXPROCS(0), "run at most `n` tests in parallel")
	o.testLog = flag.String("test.testlogfile", "", "write test action log to `file` (for use only by cmd/go)")
	o.shuffle = flag.String("test.shuffle", "off", "randomize the execution order of tests and benchmarks")
	o.fullPath = flag.Bool("test.fullpath", false, "show full file names in error messages")

	o.bench = flag.String("test.bench", "", "run only benchmarks matching `regexp`")
	o.benchMem = flag.Bool("test.benchmem", false, "print memory allocations for benchmarks")
	flag.Var(&o.benchTime, "test.benchtime", "run each benchmark for duration `d` or N times if `d` is of the form Nx")

	o.fuzz = flag.String("test.fuzz", "", "run the fuzz test matching `regexp`")
	flag.Var(&o.fuzzTime, "test.fuzztime", "time to spend fuzzing; default is to run indefinitely")
	flag.Var(&o.fuzzMinimizeTime, "test.fuzzminimizetime", "time to spend minimizing a value after finding a failing input")
	o.fuzzCacheDir = flag.String("test.fuzzcachedir", "", "directory where interesting fuzzing inputs are stored (for use only by cmd/go)")
	o.fuzzWorker = flag.Bool("test.fuzzworker", false, "coordinate with the parent process to fuzz random values (for use only by cmd/go)")
}

func init() {
	options.benchTime.d = time.Second
	options.fuzzMinimizeTime = budget{d: time.Minute, zero: true}
}

// budget is how long or how often something runs.
type budget struct {
	d    time.Duration
	n    int
	zero bool // 0 is allowed
}

// String is the budget as a flag.
func (b *budget) String() string {
	if b.n > 0 {
		return strconv.Itoa(b.n) + "x"
	}
	return b.d.String()
}

// Set parses the flag.
func (b *budget) Set(s string) error {
	if digits, times := strings.CutSuffix(s, "x"); times {
		n, err := strconv.Atoi(digits)
		if err != nil || n < 0 || n == 0 && !b.zero {
			return fmt.Errorf("invalid count")
		}
		*b = budget{n: n}
		return nil
	}
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 || d == 0 && !b.zero {
		return fmt.Errorf("invalid duration")
	}
	*b = budget{d: d}
	return nil
}

// cpuList is -test.cpu.
var cpuList []int

func parseCPUList() {
	cpuList = nil
	for _, s := range strings.Split(*options.cpu, ",") {
		if s = strings.TrimSpace(s); s == "" {
			continue
		}
		n, err := strconv.Atoi(s)
		if err != nil || n <= 0 {
			fmt.Fprintf(os.Stderr, "testing: invalid value %q for -test.cpu\n", s)
			os.Exit(1)
		}
		cpuList = append(cpuList, n)
	}
	if cpuList == nil {
		cpuList = []int{runtime.GOMAXPROCS(-1)}
	}
}

// fatal ends the program for something that has nothing to do with the tests.
func fatal(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "testing: "+format+"\n", args...)
	os.Exit(2)
}
