// Results of benchmarks, and how they print.
package main

import (
	"flag"
	"fmt"
	"sync/atomic"
	"testing"
	"time"
)

func main() {
	testing.Init()
	flag.Set("test.benchtime", "100x")
	r := testing.Benchmark(func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			_ = i
		}
	})
	fmt.Println(r.N, r.T >= 0, r.MemAllocs < 100)
	runs, n := 0, 0
	r = testing.Benchmark(func(b *testing.B) {
		runs++
		for b.Loop() {
			n++
		}
		b.ReportMetric(2.5, "things/op")
		b.SetBytes(1000)
	})
	fmt.Println(r.N, runs, n, r.Extra["things/op"], r.Bytes)
	var total atomic.Int64
	r = testing.Benchmark(func(b *testing.B) {
		b.SetParallelism(3)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				total.Add(1)
			}
		})
	})
	fmt.Println(r.N, total.Load())
	r = testing.Benchmark(func(b *testing.B) {
		ok := b.Run("sub", func(b *testing.B) { b.Fatal("no") })
		fmt.Println("sub:", ok, b.Name() == "")
	})
	fmt.Println(r.N)

	for _, ns := range []time.Duration{1, 12, 999, 1000, 99_995, 123_456_789} {
		fmt.Println(testing.BenchmarkResult{N: 1000, T: ns * 100})
	}
	full := testing.BenchmarkResult{N: 2000, T: 3 * time.Second, Bytes: 1 << 20, MemAllocs: 4001, MemBytes: 123456,
		Extra: map[string]float64{"p90-ns": 1e6, "a/op": 0.0001234, "zero": 0}}
	fmt.Println(full)
	fmt.Println(full.MemString(), full.NsPerOp(), full.AllocsPerOp(), full.AllocedBytesPerOp())
	fmt.Println(testing.BenchmarkResult{N: 5, Extra: map[string]float64{"ns/op": 7, "MB/s": 8, "allocs/op": 9}})
	var sink []int
	fmt.Println(testing.AllocsPerRun(100, func() { sink = make([]int, 100) }), len(sink))
}

// Output:
// 100 true true
// 100 1 100 2.5 1000
// 100 101
// sub: false true
// 1
//     1000	         0.1000 ns/op
//     1000	         1.200 ns/op
//     1000	        99.90 ns/op
//     1000	       100.0 ns/op
//     1000	     10000 ns/op
//     1000	  12345679 ns/op
//     2000	   1500000 ns/op	 699.05 MB/s	         0.0001234 a/op	   1000000 p90-ns	         0 zero
//       61 B/op	       2 allocs/op 1500000 2 61
//        5	         7.000 ns/op	   8.00 MB/s
// 1 100
