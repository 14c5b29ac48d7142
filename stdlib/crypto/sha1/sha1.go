// Package sha1 calculates the SHA-1 sum of RFC 3174. It protects against accidents only.
package sha1

import (
	"crypto"
	"hash"
	"internal/digest"
)

// Sizes in bytes.
const (
	Size      = 20
	BlockSize = 64
)

var algorithm = &digest.Algorithm{
	Package: "crypto/sha1", Step: digest.SHA1, Size: Size, Block: BlockSize, Magic: "sha\x01",
	Start: []byte("\x67\x45\x23\x01\xef\xcd\xab\x89\x98\xba\xdc\xfe\x10\x32\x54\x76\xc3\xd2\xe1\xf0"),
}

func init() { crypto.RegisterHash(crypto.SHA1, New) }

// New is the sum of nothing.
func New() hash.Hash { return algorithm.New() }

// Sum is the sum of data.
func Sum(data []byte) [Size]byte { return [Size]byte(algorithm.Of(data)) }
