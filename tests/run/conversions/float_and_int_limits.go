package main

import (
	"fmt"
	"math"
)

func main() {
	big := float64(1 << 62)
	fmt.Println(int64(big), uint64(big*2), int64(-big*2))
	fmt.Println(float32(16777217), float64(float32(0.3)), float64(1<<53+1))
	var u uint64 = math.MaxUint64
	fmt.Println(float64(u), float32(u))
	n := int64(-3)
	fmt.Println(float64(n)/2, float32(n), uint64(n)>>60)
	fmt.Println(int(big/(1<<62)*2.9999999999999996), int32(-1.5+0.0*big), math.Round(-2.5), math.Trunc(-2.7))
	fmt.Println(math.Float64bits(1.5), math.Float32frombits(0x40490fdb), math.MaxInt8, uint32(math.MaxUint32))
}

// Output:
// 4611686018427387904 9223372036854775808 -9223372036854775808
// 1.6777216e+07 0.30000001192092896 9.007199254740992e+15
// 1.8446744073709552e+19 1.8446744e+19
// -1.5 -3 15
// 2 -1 -3 -2
// 4609434218613702656 3.1415927 127 4294967295
