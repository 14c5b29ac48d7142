// Package debug has functions to look at the running program and to tune its collector.
package debug

import (
	"internal/rt"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Stack is the stack of this goroutine, as a panic prints it.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		if n := rt.Stack(buf, false); n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}

// PrintStack prints Stack to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// SetGCPercent sets GOGC and returns what it was; a negative one turns the collector off.
func SetGCPercent(percent int) int { return rt.SetGCPercent(percent) }

// SetMemoryLimit sets the memory limit and returns what it was; a negative one only asks.
func SetMemoryLimit(limit int64) int64 { return rt.SetMemoryLimit(limit) }

// settings are what programs may set without effect here.
var settings = struct {
	sync.Mutex
	stack, threads int
	fault          bool
}{stack: 1000000000, threads: 10000}

// exchange stores a setting and returns what it was.
func exchange[T any](at *T, value T) T {
	settings.Lock()
	defer settings.Unlock()
	old := *at
	*at = value
	return old
}

// SetMaxStack notes how large a stack may be and returns what it was; stacks of up to 1 GB are possible whatever it is.
func SetMaxStack(bytes int) int { return exchange(&settings.stack, bytes) }

// SetMaxThreads notes how many threads there may be and returns what it was; golite makes a few only.
func SetMaxThreads(threads int) int { return exchange(&settings.threads, threads) }

// SetPanicOnFault has no effect, since no program can fault, and returns what it was.
func SetPanicOnFault(enabled bool) bool { return exchange(&settings.fault, enabled) }

// SetTraceback sets how much a panic prints, as the variable GOTRACEBACK does: "none", "single" (this goroutine) or "all".
func SetTraceback(level string) { rt.SetTraceback(level) }

// FreeOSMemory collects and gives free memory back to the system.
func FreeOSMemory() { rt.FreeOSMemory() }

// GCStats is statistics of the collector.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats. PauseQuantiles are filled if there is room: the least pause, the greatest, and what lies between.
func ReadGCStats(stats *GCStats) {
	var s [13]uint64
	rt.MemStats(&s)
	stats.LastGC = time.Unix(0, int64(s[9]))
	stats.NumGC = int64(s[11])
	stats.PauseTotal = time.Duration(s[10])
	var pauses [512]uint64
	n := min(rt.GCPauses(pauses[:]), 256)
	stats.Pause, stats.PauseEnd = stats.Pause[:0], stats.PauseEnd[:0]
	for i := range n {
		stats.Pause = append(stats.Pause, time.Duration(pauses[2*i]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(pauses[2*i+1])))
	}
	if q := stats.PauseQuantiles; len(q) > 0 {
		clear(q)
		sorted := slices.Sorted(slices.Values(stats.Pause))
		for i := range q {
			if n > 0 {
				q[i] = sorted[(n-1)*i/max(len(q)-1, 1)]
			}
		}
	}
}

// BuildInfo tells how the program was built.
type BuildInfo struct {
	GoVersion string
	Path      string
	Main      Module
	Deps      []*Module
	Settings  []BuildSetting
}

// Module is a module of a build.
type Module struct {
	Path    string
	Version string
	Sum     string
	Replace *Module
}

// BuildSetting is a setting of a build.
type BuildSetting struct{ Key, Value string }

// ReadBuildInfo tells what is known of this program, as that of a build of a list of files.
func ReadBuildInfo() (info *BuildInfo, ok bool) {
	return &BuildInfo{
		GoVersion: rt.Version(),
		Path:      "command-line-arguments",
		Settings: []BuildSetting{
			{"-compiler", "gc"},
			{"CGO_ENABLED", "0"},
			{"GOARCH", "amd64"},
			{"GOOS", "linux"},
		},
	}, true
}

// String is the text "go version -m" prints, a line for each fact.
func (bi *BuildInfo) String() string {
	var b strings.Builder
	line := func(words ...string) { b.WriteString(strings.Join(words, "\t") + "\n") }
	module := func(word string, m Module) {
		line(word, m.Path, m.Version, m.Sum)
	}
	if bi.GoVersion != "" {
		line("go", bi.GoVersion)
	}
	if bi.Path != "" {
		line("path", bi.Path)
	}
	if bi.Main != (Module{}) {
		module("mod", bi.Main)
	}
	for _, dep := range bi.Deps {
		if dep.Replace == nil {
			module("dep", *dep)
			continue
		}
		line("dep", dep.Path, dep.Version)
		module("=>", *dep.Replace)
	}
	for _, s := range bi.Settings {
		value := s.Value
		if value == "" || strings.ContainsAny(value, " \t\r\n\"`") {
			value = strconv.Quote(value)
		}
		line("build", s.Key+"="+value)
	}
	return b.String()
}
