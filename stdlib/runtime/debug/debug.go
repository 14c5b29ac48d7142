// Package debug has functions to look at the running program and to tune its collector.
package debug

import (
	"internal/rt"
	"os"
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

// SetMaxStack sets how large a stack may be and returns what it was.
func SetMaxStack(bytes int) int { return rt.SetMaxStack(bytes) }

// SetMaxThreads has no effect.
func SetMaxThreads(threads int) int { return 10000 }

// SetPanicOnFault has no effect.
func SetPanicOnFault(enabled bool) bool { return false }

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

// ReadGCStats fills stats.
func ReadGCStats(stats *GCStats) {
	var s [13]uint64
	rt.MemStats(&s)
	stats.LastGC = time.Unix(0, int64(s[9]))
	stats.NumGC = int64(s[11])
	stats.PauseTotal = time.Duration(s[10])
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

// ReadBuildInfo finds nothing: a script is not built.
func ReadBuildInfo() (info *BuildInfo, ok bool) { return nil, false }
