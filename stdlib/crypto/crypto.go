// Package crypto names sums and keys for packages that can do with any.
package crypto

import (
	"hash"
	"io"
	"strconv"
)

// A Hash names a cryptographic sum.
type Hash uint

// The sums. Those of md5, sha1, sha256 and sha512 are there once their package is imported.
const (
	MD4 Hash = iota + 1
	MD5
	SHA1
	SHA224
	SHA256
	SHA384
	SHA512
	MD5SHA1
	RIPEMD160
	SHA3_224
	SHA3_256
	SHA3_384
	SHA3_512
	SHA512_224
	SHA512_256
	BLAKE2s_256
	BLAKE2b_256
	BLAKE2b_384
	BLAKE2b_512
	MLDSAMu
)

// known are name and size of each sum.
var known = [...]struct {
	name string
	size int
}{
	MD4: {"MD4", 16}, MD5: {"MD5", 16}, SHA1: {"SHA-1", 20}, SHA224: {"SHA-224", 28}, SHA256: {"SHA-256", 32},
	SHA384: {"SHA-384", 48}, SHA512: {"SHA-512", 64}, MD5SHA1: {"MD5+SHA1", 36}, RIPEMD160: {"RIPEMD-160", 20},
	SHA3_224: {"SHA3-224", 28}, SHA3_256: {"SHA3-256", 32}, SHA3_384: {"SHA3-384", 48}, SHA3_512: {"SHA3-512", 64},
	SHA512_224: {"SHA-512/224", 28}, SHA512_256: {"SHA-512/256", 32}, BLAKE2s_256: {"BLAKE2s-256", 32},
	BLAKE2b_256: {"BLAKE2b-256", 32}, BLAKE2b_384: {"BLAKE2b-384", 48}, BLAKE2b_512: {"BLAKE2b-512", 64},
	MLDSAMu: {"ML-DSA μ message representative", 64},
}

var makers [len(known)]func() hash.Hash

func (h Hash) valid() bool { return h > 0 && int(h) < len(known) }

// String is the sum's name.
func (h Hash) String() string {
	if h.valid() {
		return known[h].name
	}
	return "unknown hash value " + strconv.Itoa(int(h))
}

// HashFunc is h itself, which makes it a SignerOpts.
func (h Hash) HashFunc() Hash { return h }

// Size is the length of the sum.
func (h Hash) Size() int {
	if !h.valid() {
		panic("crypto: Size of unknown hash function")
	}
	return known[h].size
}

// Available reports whether New works.
func (h Hash) Available() bool { return h.valid() && makers[h] != nil }

// New is the sum of nothing.
func (h Hash) New() hash.Hash {
	if !h.Available() {
		panic("crypto: requested hash function unavailable: " + h.String())
	}
	return makers[h]()
}

// RegisterHash makes a sum available.
func RegisterHash(h Hash, f func() hash.Hash) {
	switch {
	case !h.valid():
		panic("crypto: RegisterHash of unknown hash function")
	case h == MLDSAMu:
		panic("crypto: cannot RegisterHash for MLDSAMu")
	}
	makers[h] = f
}

// PublicKey is any public key.
type PublicKey any

// PrivateKey is any private key.
type PrivateKey any

// SignerOpts says how to sign; HashFunc is 0 for messages that are not summed before.
type SignerOpts interface {
	HashFunc() Hash
}

// Signer holds a private key, and signs sums.
type Signer interface {
	Public() PublicKey
	Sign(rand io.Reader, digest []byte, opts SignerOpts) (signature []byte, err error)
}

// MessageSigner signs whole messages as well.
type MessageSigner interface {
	Signer
	SignMessage(rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error)
}

// SignMessage signs msg, or its sum if the signer knows no better.
func SignMessage(signer Signer, rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error) {
	if whole, ok := signer.(MessageSigner); ok {
		return whole.SignMessage(rand, msg, opts)
	}
	if f := opts.HashFunc(); f != 0 {
		h := f.New()
		h.Write(msg)
		msg = h.Sum(nil)
	}
	return signer.Sign(rand, msg, opts)
}

// DecrypterOpts says how to decrypt.
type DecrypterOpts any

// Decrypter holds a private key, and decrypts.
type Decrypter interface {
	Public() PublicKey
	Decrypt(rand io.Reader, msg []byte, opts DecrypterOpts) (plaintext []byte, err error)
}

// Encapsulator is a public key that makes secrets only the private key's owner can read.
type Encapsulator interface {
	Bytes() []byte
	Encapsulate() (sharedKey, ciphertext []byte)
}

// Decapsulator is the private key to it.
type Decapsulator interface {
	Encapsulator() Encapsulator
	Decapsulate(ciphertext []byte) (sharedKey []byte, err error)
}
