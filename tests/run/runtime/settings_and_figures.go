package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

func main() {
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-1), debug.SetGCPercent(100))
	fmt.Println(debug.SetMaxStack(1<<20), debug.SetMaxStack(1<<30), debug.SetMaxThreads(500), debug.SetMaxThreads(600))
	fmt.Println(debug.SetPanicOnFault(true), debug.SetPanicOnFault(false), debug.SetMemoryLimit(1<<40) > 1<<50, debug.SetMemoryLimit(-1))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	list := make([][]byte, 100)
	for i := range list {
		list[i] = make([]byte, 1000)
	}
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println(after.Mallocs-before.Mallocs >= 100, after.TotalAlloc-before.TotalAlloc >= 100_000, after.NumGC-before.NumGC >= 2, after.NumForcedGC-before.NumForcedGC)
	last := (after.NumGC + 255) % 256
	fmt.Println(after.PauseNs[last] > 0, after.PauseEnd[last] > 0, after.HeapObjects == after.Mallocs-after.Frees, after.HeapSys >= after.HeapInuse, after.Sys > after.HeapSys)
	fmt.Println(after.EnableGC, after.DebugGC, after.BySize[0].Size, after.BySize[1].Size, after.BySize[2].Size, len(list))
	stats := debug.GCStats{PauseQuantiles: make([]time.Duration, 3)}
	debug.ReadGCStats(&stats)
	q := stats.PauseQuantiles
	fmt.Println(stats.NumGC >= 2, len(stats.Pause) == len(stats.PauseEnd), q[0] <= q[1] && q[1] <= q[2], time.Since(stats.LastGC) < time.Minute)
	info, ok := debug.ReadBuildInfo()
	fmt.Println(ok, strings.HasPrefix(info.GoVersion, "go1."), strings.HasPrefix(info.String(), "go\tgo1."))
	debug.FreeOSMemory()
	text := strings.Split(string(debug.Stack()), "\n")
	fmt.Println(text[0], strings.HasPrefix(text[1], "runtime/debug.Stack("), text[3])
}

// Output:
// 100 50 -1
// 1000000000 1048576 10000 500
// false true true 1099511627776
// true true true 2
// true true true true true
// true false 0 8 16 100
// true true true true
// true true true
// goroutine 1 [running]: true main.main()
