// Package rand gives random numbers nobody can guess, from the operating system.
package rand

import (
	"errors"
	"internal/rt"
	"io"
	"math/big"
)

// fill makes all bytes random.
func fill(b []byte)

type source struct{}

// So much is asked for at a time.
const piece = 1 << 20

func (source) Read(b []byte) (n int, err error) {
	for rest := b; len(rest) > 0; {
		part := rest[:min(len(rest), piece)]
		fill(part)
		rest = rest[len(part):]
	}
	return len(b), nil
}

// Reader is where random bytes come from. Goroutines may share it.
var Reader io.Reader = source{}

// Read makes all of b random. It never fails; rather the program ends.
func Read(b []byte) (n int, err error) {
	if _, err := io.ReadFull(Reader, b); err != nil {
		rt.Fatal("crypto/rand: failed to read random data (see https://go.dev/issue/66821): " + err.Error())
	}
	return len(b), nil
}

// Text is 26 random letters and digits, as many as no one can guess.
func Text() string {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	b := make([]byte, 26)
	Read(b)
	for i := range b {
		b[i] = letters[b[i]%32]
	}
	return string(b)
}

// number reads a number of at most that many bits; set changes the bytes first.
func number(r io.Reader, bits int, set func(b []byte, top uint)) (*big.Int, error) {
	b := make([]byte, (bits+7)/8)
	if _, err := io.ReadFull(r, b); err != nil {
		return nil, err
	}
	top := uint(bits-1)%8 + 1 // bits of the first byte
	b[0] &= byte(1<<top - 1)
	if set != nil {
		set(b, top)
	}
	return new(big.Int).SetBytes(b), nil
}

// Int is a random number from 0 up to but not including max.
func Int(rand io.Reader, max *big.Int) (n *big.Int, err error) {
	if max.Sign() <= 0 {
		panic("crypto/rand: argument to Int is <= 0")
	}
	bits := new(big.Int).Sub(max, big.NewInt(1)).BitLen()
	if bits == 0 {
		return new(big.Int), nil
	}
	for {
		n, err = number(rand, bits, nil)
		if err != nil || n.Cmp(max) < 0 {
			return n, err
		}
	}
}

// Prime is a random number of that many bits that is prime most likely. Its two highest bits are set.
func Prime(r io.Reader, bits int) (*big.Int, error) {
	if bits < 2 {
		return nil, errors.New("crypto/rand: prime size must be at least 2-bit")
	}
	for {
		p, err := number(r, bits, func(b []byte, top uint) {
			if top >= 2 {
				b[0] |= 3 << (top - 2)
			} else {
				b[0] |= 1
				b[1] |= 0x80
			}
			b[len(b)-1] |= 1
		})
		if err != nil || p.ProbablyPrime(20) {
			return p, err
		}
	}
}
