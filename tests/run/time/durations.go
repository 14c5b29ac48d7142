package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 1500, 2 * time.Millisecond, 1500 * time.Millisecond, 90 * time.Second, 3*time.Hour + 25*time.Minute + 45*time.Second + 500*time.Millisecond, -time.Minute, 1<<63 - 1} {
		fmt.Println(d, d.Milliseconds(), d.Seconds())
	}
	d, err := time.ParseDuration("1h15m30.918s")
	fmt.Println(d, err, d.Round(time.Minute), d.Truncate(time.Hour), d.Hours() > 1.25)
	_, err = time.ParseDuration("5 parsecs")
	fmt.Println(err)
	n := 3
	fmt.Println(time.Duration(n)*time.Second, time.Second*2/4, (-5 * time.Second).Abs())
	fmt.Printf("%v %d %T %s\n", time.Second, time.Millisecond, time.Minute, 2*time.Microsecond)
}

// Output:
// 0s 0 0
// 1ns 0 1e-09
// 1.5µs 0 1.5e-06
// 2ms 2 0.002
// 1.5s 1500 1.5
// 1m30s 90000 90
// 3h25m45.5s 12345500 12345.5
// -1m0s -60000 -60
// 2562047h47m16.854775807s 9223372036854 9.223372036854776e+09
// 1h15m30.918s <nil> 1h16m0s 1h0m0s true
// time: unknown unit " parsecs" in duration "5 parsecs"
// 3s 500ms 5s
// 1s 1000000 time.Duration 2µs
