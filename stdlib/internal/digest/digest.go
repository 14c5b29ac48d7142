// Package digest is what md5, sha1, sha256 and sha512 share: blocks, padding, and a state that can be saved.
package digest

import (
	"encoding/binary"
	"errors"
	"hash"
)

// Steps of compress.
const (
	MD5 = iota
	SHA1
	SHA256
	SHA512
)

// compress mixes whole blocks into the state, which is kept as the sum is written.
func compress(step int, state, blocks []byte)

// An Algorithm is one of the sums.
type Algorithm struct {
	Package string // for errors
	Step    int
	Size    int
	Block   int
	Magic   string // what a saved state begins with
	Start   []byte // the state of nothing
}

// A Digest is a sum in the making.
type Digest struct {
	alg    *Algorithm
	state  [64]byte
	buf    [128]byte
	n      int // bytes in buf
	length uint64
}

// New is the sum of nothing.
func (a *Algorithm) New() *Digest {
	d := &Digest{alg: a}
	d.Reset()
	return d
}

// Of is the sum of data.
func (a *Algorithm) Of(data []byte) []byte {
	d := a.New()
	d.Write(data)
	return d.finish()
}

// Reset forgets what was written.
func (d *Digest) Reset() {
	copy(d.state[:], d.alg.Start)
	d.n, d.length = 0, 0
}

// Size is the length of the sum.
func (d *Digest) Size() int { return d.alg.Size }

// BlockSize is the length of a block.
func (d *Digest) BlockSize() int { return d.alg.Block }

func (d *Digest) mix(blocks []byte) {
	compress(d.alg.Step, d.state[:len(d.alg.Start)], blocks)
}

// So much is mixed by one call, so that others get their turn.
const piece = 1 << 16

// Write adds to the sum.
func (d *Digest) Write(p []byte) (n int, err error) {
	n = len(p)
	d.length += uint64(n)
	block := d.alg.Block
	if d.n > 0 {
		taken := copy(d.buf[d.n:block], p)
		d.n += taken
		p = p[taken:]
		if d.n < block {
			return n, nil
		}
		d.mix(d.buf[:block])
		d.n = 0
	}
	for len(p) >= block {
		whole := min(len(p), piece) / block * block
		d.mix(p[:whole])
		p = p[whole:]
	}
	d.n = copy(d.buf[:], p)
	return n, nil
}

// WriteString adds to the sum.
func (d *Digest) WriteString(s string) (n int, err error) { return d.Write([]byte(s)) }

// finish pads: a one, zeros, and the length in bits fill the last block.
func (d *Digest) finish() []byte {
	block := d.alg.Block
	room := block / 8 // for the length
	bits := d.length << 3
	pad := make([]byte, 0, 2*block)
	pad = append(pad, 0x80)
	for (d.n+len(pad)+room)%block != 0 {
		pad = append(pad, 0)
	}
	switch {
	case d.alg.Step == MD5:
		pad = binary.LittleEndian.AppendUint64(pad, bits)
	case room == 16:
		pad = binary.BigEndian.AppendUint64(pad, d.length>>61)
		fallthrough
	default:
		pad = binary.BigEndian.AppendUint64(pad, bits)
	}
	d.Write(pad)
	return d.state[:d.alg.Size]
}

// Sum appends the sum so far.
func (d *Digest) Sum(b []byte) []byte {
	copied := *d
	return append(b, copied.finish()...)
}

// Clone is a copy that goes its own way.
func (d *Digest) Clone() (hash.Cloner, error) {
	copied := *d
	return &copied, nil
}

// words are the state with the words in the order in which they are saved.
func (d *Digest) words(state []byte) []byte {
	if d.alg.Step == MD5 {
		for i := 0; i < len(state); i += 4 {
			w := binary.LittleEndian.Uint32(state[i:])
			binary.BigEndian.PutUint32(state[i:], w)
		}
	}
	return state
}

// AppendBinary appends the state, for UnmarshalBinary.
func (d *Digest) AppendBinary(b []byte) ([]byte, error) {
	state := d.state
	b = append(b, d.alg.Magic...)
	b = append(b, d.words(state[:len(d.alg.Start)])...)
	b = append(b, d.buf[:d.n]...)
	b = append(b, make([]byte, d.alg.Block-d.n)...)
	return binary.BigEndian.AppendUint64(b, d.length), nil
}

// MarshalBinary is the state, for UnmarshalBinary.
func (d *Digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

// UnmarshalBinary goes on where the saved sum was.
func (d *Digest) UnmarshalBinary(b []byte) error {
	rest, ok := cutPrefix(b, d.alg.Magic)
	if !ok {
		return errors.New(d.alg.Package + ": invalid hash state identifier")
	}
	words := len(d.alg.Start)
	if len(rest) != words+d.alg.Block+8 {
		return errors.New(d.alg.Package + ": invalid hash state size")
	}
	copy(d.state[:], rest[:words])
	d.words(d.state[:words])
	d.length = binary.BigEndian.Uint64(rest[words+d.alg.Block:])
	d.n = copy(d.buf[:], rest[words:words+int(d.length%uint64(d.alg.Block))])
	return nil
}

func cutPrefix(b []byte, prefix string) ([]byte, bool) {
	if len(b) < len(prefix) || string(b[:len(prefix)]) != prefix {
		return nil, false
	}
	return b[len(prefix):], true
}
