// Package md5 calculates the MD5 sum of RFC 1321. It protects against accidents only.
package md5

import (
	"crypto"
	"hash"
	"internal/digest"
)

// Sizes in bytes.
const (
	Size      = 16
	BlockSize = 64
)

var algorithm = &digest.Algorithm{
	Package: "crypto/md5", Step: digest.MD5, Size: Size, Block: BlockSize, Magic: "md5\x01",
	Start: []byte("\x01\x23\x45\x67\x89\xab\xcd\xef\xfe\xdc\xba\x98\x76\x54\x32\x10"),
}

func init() { crypto.RegisterHash(crypto.MD5, New) }

// New is the sum of nothing.
func New() hash.Hash { return algorithm.New() }

// Sum is the sum of data.
func Sum(data []byte) [Size]byte { return [Size]byte(algorithm.Of(data)) }
