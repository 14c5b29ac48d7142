package main

import (
	"fmt"
	"slices"
	"strings"
)

const base = 1_000_000_000

type nat []uint32 // least significant first, no leading zeros

func of(n uint64) (z nat) {
	for ; n > 0; n /= base {
		z = append(z, uint32(n%base))
	}
	return
}

func (a nat) add(b nat) (z nat) {
	if len(a) < len(b) {
		a, b = b, a
	}
	carry := uint32(0)
	for i, x := range a {
		s := x + carry
		if i < len(b) {
			s += b[i]
		}
		if carry = 0; s >= base {
			s, carry = s-base, 1
		}
		z = append(z, s)
	}
	if carry > 0 {
		z = append(z, carry)
	}
	return
}

func (a nat) mul(b nat) nat {
	z := make(nat, len(a)+len(b))
	for i, x := range a {
		var carry uint64
		for j, y := range b {
			t := uint64(x)*uint64(y) + uint64(z[i+j]) + carry
			z[i+j], carry = uint32(t%base), t/base
		}
		for k := i + len(b); carry > 0; k++ {
			t := uint64(z[k]) + carry
			z[k], carry = uint32(t%base), t/base
		}
	}
	for len(z) > 0 && z[len(z)-1] == 0 {
		z = z[:len(z)-1]
	}
	return z
}

func (a nat) String() string {
	if len(a) == 0 {
		return "0"
	}
	var b strings.Builder
	for i, d := range slices.Backward(a) {
		if i == len(a)-1 {
			fmt.Fprint(&b, d)
		} else {
			fmt.Fprintf(&b, "%09d", d)
		}
	}
	return b.String()
}

func pow(a nat, n int) nat {
	z := of(1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			z = z.mul(a)
		}
		a = a.mul(a)
	}
	return z
}

func main() {
	f := of(1)
	for i := range uint64(50) {
		f = f.mul(of(i + 1))
	}
	fmt.Println(f)
	a, b := of(0), of(1)
	for range 300 {
		a, b = b, a.add(b)
	}
	fmt.Println(a)
	fmt.Println(pow(of(2), 256), pow(of(10), 27), of(0), of(1<<63))
	s := fmt.Sprint(pow(of(3), 2000))
	sum := 0
	for _, c := range s {
		sum += int(c - '0')
	}
	fmt.Println(len(s), sum)
}

// Output:
// 30414093201713378043612608166064768844377641568960512000000000000
// 222232244629420445529739893461909967206666939096499764990979600
// 115792089237316195423570985008687907853269984665640564039457584007913129639936 1000000000000000000000000000 0 9223372036854775808
// 955 4338
