// Package sha256 calculates the sums SHA-224 and SHA-256 of FIPS 180-4.
package sha256

import (
	"crypto"
	"hash"
	"internal/digest"
)

// Sizes in bytes.
const (
	Size      = 32
	Size224   = 28
	BlockSize = 64
)

var sha224 = &digest.Algorithm{
	Package: "crypto/sha256", Step: digest.SHA256, Size: Size224, Block: BlockSize, Magic: "sha\x02",
	Start: []byte("\xc1\x05\x9e\xd8\x36\x7c\xd5\x07\x30\x70\xdd\x17\xf7\x0e\x59\x39" +
		"\xff\xc0\x0b\x31\x68\x58\x15\x11\x64\xf9\x8f\xa7\xbe\xfa\x4f\xa4"),
}

var sha256 = &digest.Algorithm{
	Package: "crypto/sha256", Step: digest.SHA256, Size: Size, Block: BlockSize, Magic: "sha\x03",
	Start: []byte("\x6a\x09\xe6\x67\xbb\x67\xae\x85\x3c\x6e\xf3\x72\xa5\x4f\xf5\x3a" +
		"\x51\x0e\x52\x7f\x9b\x05\x68\x8c\x1f\x83\xd9\xab\x5b\xe0\xcd\x19"),
}

func init() {
	crypto.RegisterHash(crypto.SHA224, New224)
	crypto.RegisterHash(crypto.SHA256, New)
}

// New is the SHA-256 sum of nothing.
func New() hash.Hash { return sha256.New() }

// New224 is the SHA-224 sum of nothing.
func New224() hash.Hash { return sha224.New() }

// Sum256 is the SHA-256 sum of data.
func Sum256(data []byte) [Size]byte { return [Size]byte(sha256.Of(data)) }

// Sum224 is the SHA-224 sum of data.
func Sum224(data []byte) [Size224]byte { return [Size224]byte(sha224.Of(data)) }
