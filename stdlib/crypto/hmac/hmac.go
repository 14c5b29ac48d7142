// Package hmac calculates sums that only owners of a key can, after RFC 2104.
package hmac

import (
	"crypto/subtle"
	"errors"
	"fmt"
	"hash"
)

// keyed is an inner sum over the message and an outer one over its result, each begun with the key in a disguise.
type keyed struct {
	inner, outer hash.Hash
	ipad, opad   []byte
}

// New is a sum with a key, made of the sums h makes.
func New(h func() hash.Hash, key []byte) hash.Hash {
	k := &keyed{inner: h(), outer: h()}
	if distinct(k.inner, k.outer) {
		panic("crypto/hmac: hash generation function does not produce unique values")
	}
	block := k.inner.BlockSize()
	if len(key) > block {
		k.outer.Write(key)
		key = k.outer.Sum(nil)
	}
	k.ipad, k.opad = make([]byte, block), make([]byte, block)
	copy(k.ipad, key)
	copy(k.opad, key)
	for i := range block {
		k.ipad[i] ^= 0x36
		k.opad[i] ^= 0x5c
	}
	k.inner.Write(k.ipad)
	return k
}

// distinct reports whether both are the same hash; values that can not be compared are not.
func distinct(a, b hash.Hash) (same bool) {
	defer func() { _ = recover() }()
	return a == b
}

// Write adds to the message.
func (k *keyed) Write(p []byte) (n int, err error) { return k.inner.Write(p) }

// Sum appends the sum.
func (k *keyed) Sum(b []byte) []byte {
	k.outer.Reset()
	k.outer.Write(k.opad)
	k.outer.Write(k.inner.Sum(nil))
	return k.outer.Sum(b)
}

// Reset forgets the message, not the key.
func (k *keyed) Reset() {
	k.inner.Reset()
	k.inner.Write(k.ipad)
}

// Size is the length of the sum.
func (k *keyed) Size() int { return k.outer.Size() }

// BlockSize is that of the sums it is made of.
func (k *keyed) BlockSize() int { return k.inner.BlockSize() }

// Clone is a copy that goes its own way.
func (k *keyed) Clone() (hash.Cloner, error) {
	inner, ok := k.inner.(hash.Cloner)
	outer, _ := k.outer.(hash.Cloner)
	if !ok {
		return nil, fmt.Errorf("crypto/hmac: %w", errors.ErrUnsupported)
	}
	in, err := inner.Clone()
	if err != nil {
		return nil, err
	}
	out, err := outer.Clone()
	if err != nil {
		return nil, err
	}
	return &keyed{in, out, k.ipad, k.opad}, nil
}

// Equal compares sums in a time that does not depend on what they are.
func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
