package testing

import (
	"context"
	"fmt"
	"internal/rt"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"
	"unicode"
)

// B is what a benchmark is given. N is how often it should do what it measures.
type B struct {
	common
	N int

	f           func(b *B)
	suite       *suite // nil in func Benchmark
	budget      budget
	parallelism int
	bytes       int64
	noBytes     bool // a part did not call SetBytes
	showAllocs  bool
	result      BenchmarkResult

	timing bool
	before allocations // when the timer was started
	spent  allocations // while it was running
	extra  map[string]float64

	lastN    int // of the run before
	lastTime time.Duration

	loop loop
}

// allocations is how much was allocated.
type allocations struct{ objects, bytes uint64 }

func allocated() allocations {
	var s [13]uint64
	rt.MemStats(&s)
	return allocations{s[3], s[1]}
}

// StartTimer starts the timer, which is running when a benchmark begins.
func (b *B) StartTimer() {
	if b.timing {
		return
	}
	b.before, b.start = allocated(), now()
	b.timing = true
	b.loop.left, b.loop.held = b.loop.left+b.loop.held, 0
}

// StopTimer stops the timer.
func (b *B) StopTimer() {
	if !b.timing {
		return
	}
	b.elapsed += b.start.age()
	a := allocated()
	b.spent.objects += a.objects - b.before.objects
	b.spent.bytes += a.bytes - b.before.bytes
	b.timing = false
	b.loop.held, b.loop.left = b.loop.left, 0
}

// ResetTimer forgets the time, the allocations and the metrics so far.
func (b *B) ResetTimer() {
	if b.extra == nil {
		b.extra = make(map[string]float64, 16)
	}
	clear(b.extra)
	b.elapsed, b.spent = 0, allocations{}
	if b.timing {
		b.before, b.start = allocated(), now()
	}
}

// Elapsed is the time measured so far.
func (b *B) Elapsed() time.Duration {
	if b.timing {
		return b.elapsed + b.start.age()
	}
	return b.elapsed
}

// SetBytes tells how many bytes one operation processes.
func (b *B) SetBytes(n int64) { b.bytes = n }

// ReportAllocs has the allocations reported.
func (b *B) ReportAllocs() { b.showAllocs = true }

// ReportMetric adds a result, or replaces the one with the same unit.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsFunc(unit, unicode.IsSpace) {
		panic("metric unit must not contain whitespace")
	}
	b.extra[unit] = n
}

// measuring is held by the benchmark that is running.
var measuring sync.Mutex

// round runs the benchmark once with the given N.
func (b *B) round(n int) {
	measuring.Lock()
	defer measuring.Unlock()
	b.ctx, b.cancel = context.WithCancel(context.Background())
	defer b.cleanUp()
	runtime.GC() // what earlier rounds have left behind
	b.N = n
	b.loop = loop{}
	b.parallelism = 1
	b.ResetTimer()
	b.StartTimer()
	b.f(b)
	b.StopTimer()
	b.lastN, b.lastTime = n, b.elapsed
	if b.loop.target > 0 && !b.loop.ended && !b.failed {
		b.Error("benchmark function returned without B.Loop() == false (break or return in loop?)")
	}
}

// background runs f in a goroutine of its own, which FailNow and SkipNow may end.
func (b *B) background(f func()) {
	done := make(chan bool)
	go func() {
		defer func() { done <- true }()
		f()
	}()
	<-done
}

// probe runs the first round, and reports whether there should be more.
func (b *B) probe() bool {
	if s := b.suite; s != nil {
		s.makeRoom(b.name)
	}
	b.background(func() { b.round(1) })
	if b.failed {
		b.say("FAIL", b.name)
		return false
	}
	finished := b.hasFinished()
	if !b.hasSub.Load() && !finished {
		return true
	}
	if b.stream != nil && (len(b.kept) > 0 || finished) {
		b.shorten()
		if b.skipped {
			b.say("SKIP", b.name)
		} else {
			b.say("BENCH", b.name)
		}
	}
	return false
}

func (b *B) say(verdict, name string) {
	fmt.Fprintf(b.w, "%s--- %s: %s\n%s", verbosity.framing(), verdict, name, b.kept)
}

// shorten cuts a long log.
func (b *B) shorten() {
	lines := 0
	for i, c := range b.kept {
		if c == '\n' {
			if lines++; lines == 10 {
				b.kept = append(b.kept[:i], "\n\t... [output truncated]\n"...)
				return
			}
		}
	}
}

const maxRounds = 1_000_000_000

// predict is how many iterations will take the time goal, if n took d, with some more to be sure; it grows
// at most a hundredfold.
func predict(goal, d time.Duration, n, last int64) int64 {
	want := int64(goal) * n / max(int64(d), 1)
	want += want / 5
	want = min(want, 100*last)
	want = max(want, last+1)
	return min(want, maxRounds)
}

// measure runs the benchmark until its budget is used up.
func (b *B) measure() BenchmarkResult {
	b.background(func() {
		switch goal := b.budget.d; {
		case b.loop.target > 0: // Loop has done it in the first round
		case b.budget.n == 1:
		case b.budget.n > 1:
			b.round(b.budget.n)
		default:
			for n := int64(1); !b.failed && b.elapsed < goal && n < maxRounds; {
				n = predict(goal, b.elapsed, int64(b.N), n)
				b.round(int(n))
			}
		}
		b.result = BenchmarkResult{b.N, b.elapsed, b.bytes, b.spent.objects, b.spent.bytes, b.extra}
	})
	return b.result
}

// Run runs f as a benchmark inside this one, which then is not measured itself. It reports whether f has not failed.
func (b *B) Run(name string, f func(b *B)) bool {
	b.hasSub.Store(true)
	measuring.Unlock()
	defer measuring.Lock()
	full, wanted, partial := b.name, true, false
	if b.suite != nil {
		full, wanted, partial = b.suite.names.resolve(&b.common, name)
	}
	if !wanted {
		return true
	}
	sub := &B{f: f, suite: b.suite, budget: b.budget}
	sub.descend(&b.common, full)
	sub.bench, sub.w, sub.creator = true, b.w, callers(1)
	sub.hasSub.Store(partial) // then it is only there for its parts
	if b.stream != nil {
		printLabels(os.Stdout, b.pkg)
		if verbosity.json {
			sub.announce("RUN  ")
		}
		fmt.Println(full)
	}
	if sub.probe() {
		sub.run()
	}
	b.add(sub.result)
	return !sub.failed
}

func (b *B) run() {
	printLabels(b.w, b.pkg)
	if b.suite != nil {
		b.suite.process(b)
	} else {
		b.measure()
	}
}

// add sums up the results of parts.
func (b *B) add(part BenchmarkResult) {
	sum := &b.result
	sum.N = 1
	sum.T += time.Duration(part.NsPerOp())
	sum.MemAllocs += uint64(part.AllocsPerOp())
	sum.MemBytes += uint64(part.AllocedBytesPerOp())
	b.noBytes = b.noBytes || part.Bytes == 0
	sum.Bytes += part.Bytes
	if b.noBytes {
		sum.Bytes = 0
	}
}

// SetParallelism sets how many goroutines RunParallel starts, as a multiple of GOMAXPROCS.
func (b *B) SetParallelism(p int) {
	if p < 1 {
		return
	}
	b.parallelism = p
}

// PB hands out the iterations of a parallel benchmark.
type PB struct {
	left  uint64 // of those taken from the common stock
	chunk uint64
	taken *atomic.Uint64
	all   uint64
}

// Next reports whether there is an iteration to do.
func (pb *PB) Next() bool {
	if pb.left == 0 {
		end := pb.taken.Add(pb.chunk)
		begin := end - pb.chunk
		if begin >= pb.all {
			return false
		}
		pb.left = min(end, pb.all) - begin
	}
	pb.left--
	return true
}

// RunParallel shares b.N iterations among several goroutines, each of which calls body.
func (b *B) RunParallel(body func(*PB)) {
	if b.N == 0 {
		return
	}
	chunk := uint64(1) // about 0.1 ms
	if b.lastN > 0 && b.lastTime > 0 {
		chunk = min(max(100_000*uint64(b.lastN)/uint64(b.lastTime), 1), 10_000)
	}
	var taken atomic.Uint64
	var all sync.WaitGroup
	for range b.parallelism * runtime.GOMAXPROCS(0) {
		all.Add(1)
		go func() {
			defer all.Done()
			body(&PB{chunk: chunk, taken: &taken, all: uint64(b.N)})
		}()
	}
	all.Wait()
	if taken.Load() <= uint64(b.N) && !b.Failed() {
		b.Fatal("RunParallel: body exited without pb.Next() == false")
	}
}

// Benchmark measures f, outside of any test.
func Benchmark(f func(b *B)) BenchmarkResult {
	b := &B{f: f, budget: options.benchTime}
	b.w, b.bench = io.Discard, true
	if b.probe() {
		b.run()
	}
	return b.result
}

// suite is a run of benchmarks.
type suite struct {
	names  *selector
	suffix int // room for "-8"
	width  int // of the column of names
}

func (s *suite) makeRoom(name string) {
	if n := len(name) + s.suffix + 1; n > s.width {
		s.width = n + 8
	}
}

// withProcs is the name of a benchmark as results show it.
func withProcs(name string, procs int) string {
	if procs == 1 {
		return name
	}
	return fmt.Sprintf("%s-%d", name, procs)
}

// RunBenchmarks runs benchmarks.
func RunBenchmarks(matchString func(pat, str string) (bool, error), benchmarks []InternalBenchmark) {
	runBenchmarks(matchOnly(matchString), benchmarks)
}

// InternalBenchmark is a benchmark and its name.
type InternalBenchmark struct {
	Name string
	F    func(b *B)
}

func runBenchmarks(deps testDeps, benchmarks []InternalBenchmark) bool {
	if *options.bench == "" {
		return true
	}
	most := 1
	for _, procs := range cpuList {
		most = max(most, procs)
	}
	s := &suite{suffix: len(withProcs("", most))}
	s.names = newSelector(deps.MatchString, *options.bench, "-test.bench", *options.skip)
	var chosen []InternalBenchmark
	for _, bm := range benchmarks {
		if _, wanted, _ := s.names.resolve(nil, bm.Name); wanted {
			chosen = append(chosen, bm)
			s.width = max(s.width, len(withProcs(bm.Name, most))+s.suffix+1)
		}
	}
	root := &B{suite: s, budget: options.benchTime}
	root.name, root.w, root.bench, root.pkg = "Main", os.Stdout, true, deps.ImportPath()
	if verbosity.on {
		root.stream = newStream(root.w)
	}
	root.f = func(b *B) {
		for _, bm := range chosen {
			b.Run(bm.Name, bm.F)
		}
	}
	root.round(1)
	return !root.failed
}

// process measures and prints a benchmark whose first round is over, for each of -test.cpu and -test.count times.
func (s *suite) process(b *B) {
	first := true
	for _, procs := range cpuList {
		for range *options.count {
			runtime.GOMAXPROCS(procs)
			name := withProcs(b.name, procs)
			if b.stream == nil {
				fmt.Fprintf(b.w, "%-*s\t", s.width, name)
			}
			if !first {
				again := &B{f: b.f, budget: b.budget}
				again.name, again.w, again.stream, again.bench = b.name, b.w, b.stream, true
				b = again
				b.probe()
			}
			first = false
			result := b.measure()
			if b.failed {
				b.say("FAIL", name)
				continue
			}
			line := result.String()
			if b.stream != nil {
				fmt.Fprintf(b.w, "%-*s\t", s.width, name)
			}
			if *options.benchMem || b.showAllocs {
				line += "\t" + result.MemString()
			}
			fmt.Fprintln(b.w, line)
			if len(b.kept) > 0 {
				b.shorten()
				b.say("BENCH", name)
			}
			if now := runtime.GOMAXPROCS(-1); now != procs {
				fmt.Fprintf(os.Stderr, "testing: %s left GOMAXPROCS set to %d\n", name, now)
			}
			if b.stream != nil && verbosity.json {
				b.stream.event("", "=== NAME  \n")
			}
		}
	}
}

// printLabels prints once what the results were measured with.
var labels sync.Once

func printLabels(w io.Writer, pkg string) {
	labels.Do(func() {
		fmt.Fprintf(w, "goos: %s\ngoarch: %s\n", runtime.GOOS, runtime.GOARCH)
		if pkg != "" {
			fmt.Fprintf(w, "pkg: %s\n", pkg)
		}
		if name := cpuName(); name != "" {
			fmt.Fprintf(w, "cpu: %s\n", name)
		}
	})
}

func cpuName() string {
	info, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(info)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return ""
}
