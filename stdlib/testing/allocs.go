package testing

import "runtime"

// AllocsPerRun is how many allocations a call of f makes, on average. A first call is not counted. No other test may be running.
func AllocsPerRun(runs int, f func()) (avg float64) {
	if parallelRunning.Load() != 0 {
		panic("testing: AllocsPerRun called during parallel test")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	f()
	before := allocated()
	for range runs {
		f()
	}
	after := allocated()
	return float64((after.objects - before.objects) / uint64(runs))
}
