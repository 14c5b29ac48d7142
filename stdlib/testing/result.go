package testing

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
)

// BenchmarkResult is what a benchmark has measured.
type BenchmarkResult struct {
	N         int           // iterations
	T         time.Duration // how long they took
	Bytes     int64         // processed in one
	MemAllocs uint64        // objects allocated in all
	MemBytes  uint64        // bytes allocated in all

	Extra map[string]float64 // by ReportMetric
}

// perOp is a metric that ReportMetric has set, or a total divided by N.
func (r BenchmarkResult) perOp(unit string, total int64) int64 {
	if v, ok := r.Extra[unit]; ok {
		return int64(v)
	}
	if r.N <= 0 {
		return 0
	}
	return total / int64(r.N)
}

// NsPerOp is nanoseconds per operation.
func (r BenchmarkResult) NsPerOp() int64 { return r.perOp("ns/op", r.T.Nanoseconds()) }

// AllocsPerOp is allocations per operation.
func (r BenchmarkResult) AllocsPerOp() int64 { return r.perOp("allocs/op", int64(r.MemAllocs)) }

// AllocedBytesPerOp is bytes allocated per operation.
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.perOp("B/op", int64(r.MemBytes)) }

// throughput is in MB/s.
func (r BenchmarkResult) throughput() float64 {
	if v, ok := r.Extra["MB/s"]; ok {
		return v
	}
	if r.Bytes <= 0 || r.T <= 0 || r.N <= 0 {
		return 0
	}
	return float64(r.Bytes) * float64(r.N) / 1e6 / r.T.Seconds()
}

// String is the result as benchmarks print it, without allocations.
func (r BenchmarkResult) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%8d", r.N)
	ns, given := r.Extra["ns/op"]
	if !given {
		ns = float64(r.T.Nanoseconds()) / float64(r.N)
	}
	if ns != 0 {
		b.WriteString("\t" + aligned(ns) + " ns/op")
	}
	if rate := r.throughput(); rate != 0 {
		fmt.Fprintf(&b, "\t%7.2f MB/s", rate)
	}
	var units []string
	for unit := range r.Extra {
		if !slices.Contains(standardUnits, unit) {
			units = append(units, unit)
		}
	}
	slices.Sort(units)
	for _, unit := range units {
		b.WriteString("\t" + aligned(r.Extra[unit]) + " " + unit)
	}
	return b.String()
}

var standardUnits = []string{"ns/op", "MB/s", "B/op", "allocs/op"}

// aligned prints small numbers with four digits that count, and all so that their decimal points stand below each other.
func aligned(x float64) string {
	digits, limit := 0, 999.95
	if x != 0 {
		for digits < 7 && math.Abs(x) < limit {
			digits++
			limit = [...]float64{99.995, 9.9995, 0.99995, 0.099995, 0.0099995, 0.00099995, 0}[digits-1]
		}
	}
	width := 10
	if digits > 0 {
		width = 11 + digits
	}
	return fmt.Sprintf("%*.*f", width, digits, x)
}

// MemString is the allocations as benchmarks print them.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}
