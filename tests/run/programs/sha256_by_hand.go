package main

import (
	"fmt"
	"math/bits"
)

func primes(n int) (ps []uint64) {
next:
	for c := uint64(2); len(ps) < n; c++ {
		for _, p := range ps {
			if c%p == 0 {
				continue next
			}
		}
		ps = append(ps, c)
	}
	return
}

// root answers the first 32 bits of the fraction of the k-th root of n.
func root(n uint64, k int) uint32 {
	lo, hi := uint64(0), uint64(1)<<36
	for lo+1 < hi {
		mid := (lo + hi) / 2
		if tooBig(mid, n, k) {
			hi = mid
		} else {
			lo = mid
		}
	}
	return uint32(lo)
}

// tooBig compares (mid / 2^32)^k with n, in 192 bits.
func tooBig(mid, n uint64, k int) bool {
	h, l := bits.Mul64(mid, mid)
	if k == 2 {
		return h > n || h == n && l > 0
	}
	h1, l1 := bits.Mul64(l, mid)
	h2, l2 := bits.Mul64(h, mid)
	m, c := bits.Add64(l2, h1, 0)
	h2 += c
	want := n << 32
	return h2 > 0 || m > want || m == want && l1 > 0
}

func appendBig(b []byte, n uint64) []byte {
	for s := 56; s >= 0; s -= 8 {
		b = append(b, byte(n>>s))
	}
	return b
}

func big(b []byte) uint32 {
	return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
}

func sum(msg []byte) (out [32]byte) {
	ps := primes(64)
	var k [64]uint32
	var h [8]uint32
	for i, p := range ps {
		k[i] = root(p, 3)
		if i < 8 {
			h[i] = root(p, 2)
		}
	}
	n := uint64(len(msg)) * 8
	msg = append(append([]byte(nil), msg...), 0x80)
	for len(msg)%64 != 56 {
		msg = append(msg, 0)
	}
	msg = appendBig(msg, n)
	for ; len(msg) > 0; msg = msg[64:] {
		var w [64]uint32
		for i := range w {
			if i < 16 {
				w[i] = big(msg[4*i:])
				continue
			}
			a, b := w[i-15], w[i-2]
			s0 := bits.RotateLeft32(a, -7) ^ bits.RotateLeft32(a, -18) ^ a>>3
			s1 := bits.RotateLeft32(b, -17) ^ bits.RotateLeft32(b, -19) ^ b>>10
			w[i] = w[i-16] + s0 + w[i-7] + s1
		}
		v := h
		for i := range 64 {
			s1 := bits.RotateLeft32(v[4], -6) ^ bits.RotateLeft32(v[4], -11) ^ bits.RotateLeft32(v[4], -25)
			t1 := v[7] + s1 + (v[4]&v[5] ^ ^v[4]&v[6]) + k[i] + w[i]
			s0 := bits.RotateLeft32(v[0], -2) ^ bits.RotateLeft32(v[0], -13) ^ bits.RotateLeft32(v[0], -22)
			t2 := s0 + (v[0]&v[1] ^ v[0]&v[2] ^ v[1]&v[2])
			v = [8]uint32{t1 + t2, v[0], v[1], v[2], v[3] + t1, v[4], v[5], v[6]}
		}
		for i := range h {
			h[i] += v[i]
		}
	}
	for i, x := range h {
		out[4*i], out[4*i+1], out[4*i+2], out[4*i+3] = byte(x>>24), byte(x>>16), byte(x>>8), byte(x)
	}
	return
}

func main() {
	fmt.Printf("%x\n", sum(nil))
	fmt.Printf("%x\n", sum([]byte("abc")))
	fmt.Printf("%x\n", sum(make([]byte, 1000)))
}

// Output:
// e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
// ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
// 541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53
