// Arithmetic, comparison, conversion and formatting of floats with random bits: NaNs, infinities and subnormals come up often.
package main

import (
	"fmt"
	"math"
	"strconv"
)

var state uint64 = 0x9E3779B97F4A7C15

func next() uint64 {
	state ^= state << 13
	state ^= state >> 7
	state ^= state << 17
	return state
}

// float64s picks bits so that special exponents are common.
func float64s() float64 {
	b := next()
	switch next() % 8 {
	case 0:
		b |= 0x7FF << 52
	case 1:
		b &^= 0x7FF << 52
	case 2:
		b = b&(1<<63|0xF) | uint64(1023+next()%64)<<52
	case 3:
		return float64(int64(b) >> (next() % 64))
	}
	return math.Float64frombits(b)
}

func bits(f float64) uint64 {
	if f != f {
		return 0x7FF8000000000001
	}
	return math.Float64bits(f)
}

func bits32(f float32) uint64 {
	if f != f {
		return 0x7FC00000
	}
	return uint64(math.Float32bits(f))
}

func main() {
	sums := map[string]uint64{}
	names := []string{"add", "sub", "mul", "div", "add32", "mul32", "div32", "to32", "cmp", "to int", "to small", "from int", "minmax", "neg", "sqrt", "trunc", "text"}
	add := func(name string, v uint64) { sums[name] = (sums[name] ^ v) * 1099511628211 }
	for range 20_000 {
		x, y := float64s(), float64s()
		p, q := float32(x), float32(y)
		add("add", bits(x+y))
		add("sub", bits(x-y))
		add("mul", bits(x*y))
		add("div", bits(x/y))
		add("add32", bits32(p+q))
		add("mul32", bits32(p*q-p))
		add("div32", bits32(p/q))
		add("to32", bits32(p)^bits(float64(q)))
		for i, c := range []bool{x < y, x <= y, x == y, x != y, x > y, x >= y, p < q, p == p, !(p < q)} {
			if c {
				add("cmp", uint64(i))
			}
		}
		if math.Abs(x) < 1<<62 {
			add("to int", uint64(int64(x)))
			add("to int", uint64(int64(p)))
		}
		if math.Abs(y) < 1<<15 {
			add("to small", uint64(int32(y))^uint64(int16(y))<<1^uint64(uint8(int(y)))<<2)
		}
		n := next()
		add("from int", bits(float64(int64(n)))^bits(float64(n))^bits32(float32(n))^bits32(float32(int64(n)))^bits(float64(uint32(n)))^bits32(float32(int8(n))))
		add("minmax", bits(min(x, y))*3^bits(max(x, y))^bits32(min(p, q, 1)))
		add("neg", bits(-x)^bits(0-x)^bits32(-p)^bits(math.Abs(y)))
		add("sqrt", bits(math.Sqrt(x))^bits32(float32(math.Sqrt(float64(p)))))
		add("trunc", bits(math.Floor(x))^bits(math.Trunc(y))^bits(math.RoundToEven(x)))
		if n%16 == 0 {
			s := fmt.Sprintf("%v %g %.3e %x %.2f ", x, p, y, y, float32(float64(int32(n))/7))
			for i := range len(s) {
				add("text", uint64(s[i]))
			}
			back, err := strconv.ParseFloat(strconv.FormatFloat(x, 'g', -1, 64), 64)
			if bits(back) != bits(x) || err != nil {
				fmt.Println("no round trip", x, back, err)
			}
		}
	}
	for _, name := range names {
		fmt.Printf("%-9s %016x\n", name, sums[name])
	}
}

// Output:
// add       6e32edf42b34c70e
// sub       65bc973f3043b830
// mul       50aeb17bbc84d226
// div       e489154ba9803bd2
// add32     d213c3a47e81d0c9
// mul32     f70a27d68e764748
// div32     beefafdef30a6324
// to32      e36c2660bb928bfa
// cmp       703f8115f1c3db33
// to int    776b5214cb2d1131
// to small  5815568e2c6861ca
// from int  232df4ac694b90a2
// minmax    60f129356a9ef667
// neg       3794c9df5679b425
// sqrt      aad963e0d48288c6
// trunc     0b66f5a131afbb29
// text      1cb0fd2810a1393d
