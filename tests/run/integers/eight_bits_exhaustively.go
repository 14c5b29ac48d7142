// Every operation on every pair of int8 and of uint8 values, summed up: the results of all 65536 pairs in one number each.
package main

import "fmt"

type sum uint64

func (s *sum) add(v int64) { *s = (*s ^ sum(uint64(v))) * 1099511628211 }

func start() sum { return 14695981039346656037 }

func pairs[T int8 | uint8](f func(a, b T) int64) sum {
	s := start()
	for a := range 256 {
		for b := range 256 {
			s.add(f(T(a), T(b)))
		}
	}
	return s
}

func b2i(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

func operations[T int8 | uint8](name string) {
	show := func(op string, f func(a, b T) int64) { fmt.Printf("%-6s %-3s %016x\n", name, op, uint64(pairs(f))) }
	show("+", func(a, b T) int64 { return int64(a + b) })
	show("-", func(a, b T) int64 { return int64(a - b) })
	show("*", func(a, b T) int64 { return int64(a * b) })
	show("/", func(a, b T) int64 {
		if b == 0 {
			return -1000
		}
		return int64(a / b)
	})
	show("%", func(a, b T) int64 {
		if b == 0 {
			return -1000
		}
		return int64(a % b)
	})
	show("&", func(a, b T) int64 { return int64(a & b) })
	show("|", func(a, b T) int64 { return int64(a | b) })
	show("^", func(a, b T) int64 { return int64(a ^ b) })
	show("&^", func(a, b T) int64 { return int64(a &^ b) })
	show("<<", func(a, b T) int64 { return int64(a << (uint8(b) % 12)) })
	show(">>", func(a, b T) int64 { return int64(a >> uint8(b)) })
	show("cmp", func(a, b T) int64 {
		return b2i(a < b) | b2i(a <= b)<<1 | b2i(a == b)<<2 | b2i(a != b)<<3 | b2i(a >= b)<<4 | b2i(a > b)<<5
	})
	show("1", func(a, b T) int64 {
		c := a
		c++
		d := b
		d--
		return int64(-a)<<40 ^ int64(^b)<<20 ^ int64(c)*int64(d) ^ int64(+a)
	})
	show("m", func(a, b T) int64 { return int64(min(a, b))*1000 + int64(max(a, b, 5)) })
	show("op=", func(a, b T) int64 {
		x := [4]T{a, b, a, b}
		x[0] += b
		x[1] -= a
		x[2] *= b
		x[3] ^= a
		x[0] |= x[1]
		x[2] &^= x[3]
		x[1] <<= 1
		x[3] >>= 2
		return int64(x[0]) ^ int64(x[1])<<8 ^ int64(x[2])<<16 ^ int64(x[3])<<24
	})
}

func main() {
	operations[int8]("int8")
	operations[uint8]("uint8")
	// The same with concrete types, and widened before and after.
	s, t, u := start(), start(), start()
	for a := -128; a < 128; a++ {
		for b := -128; b < 128; b++ {
			x, y := int8(a), int8(b)
			s.add(int64(x+y) - int64(a+b))
			t.add(int64(uint8(x)*uint8(y)) - int64(uint16(x)*uint16(y)))
			if y != 0 {
				u.add(int64(x/y)*1000 + int64(x%y) - int64(uint8(x)/uint8(y)))
			}
		}
	}
	fmt.Printf("%016x %016x %016x\n", uint64(s), uint64(t), uint64(u))
}

// Output:
// int8   +   18a33274c07de325
// int8   -   f76049c899133325
// int8   *   e6fe369452854725
// int8   /   48f879499f335cc4
// int8   %   1e5f43606ae42795
// int8   &   fc2d7b3bb0b88825
// int8   |   2a2b7de42d158425
// int8   ^   725294b959618325
// int8   &^  98e7a434209dae25
// int8   <<  72b53bb1db121125
// int8   >>  c3e788d23d41f525
// int8   cmp 098726d8de039025
// int8   1   2ff8a9f76ca94325
// int8   m   b427ef0c6c860dbe
// int8   op= 623f8089ace39725
// uint8  +   32b88b31b12bcb25
// uint8  -   2a24ee88277a7325
// uint8  *   7dcffbe644c11b25
// uint8  /   b582c731a5e2fbf9
// uint8  %   45fd6b877b7784e7
// uint8  &   47645ae4f00f9425
// uint8  |   58f1a02a8df71c25
// uint8  ^   5387f81d4fe7b325
// uint8  &^  ec354ae69dd78225
// uint8  <<  7a6df918c9450725
// uint8  >>  dfdd9720cafdb485
// uint8  cmp 11cb23f9b8039025
// uint8  1   01e43f0095928b25
// uint8  m   877a23f16129923e
// uint8  op= 7c59154e276bf725
// 3525368c82c27b25 8d69d2f69c9f2b25 0fbaacdf1b335b0d
