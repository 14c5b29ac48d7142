package main

import (
	"encoding"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
)

func main() {
	data := make([]byte, 5000)
	x := uint32(1)
	for i := range data {
		x = x*1664525 + 1013904223
		data[i] = byte(x >> 24)
	}
	makers := []struct {
		name string
		make func() hash.Hash
	}{
		{"ieee", func() hash.Hash { return crc32.NewIEEE() }},
		{"castagnoli", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) }},
		{"koopman", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Koopman)) }},
		{"iso", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ISO)) }},
		{"ecma", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ECMA)) }},
		{"own", func() hash.Hash { return crc64.New(crc64.MakeTable(0xdeadbeefdeadbeef)) }},
		{"adler", func() hash.Hash { return adler32.New() }},
		{"fnv32", func() hash.Hash { return fnv.New32() }},
		{"fnv32a", func() hash.Hash { return fnv.New32a() }},
		{"fnv64", func() hash.Hash { return fnv.New64() }},
		{"fnv64a", func() hash.Hash { return fnv.New64a() }},
		{"fnv128", func() hash.Hash { return fnv.New128() }},
		{"fnv128a", func() hash.Hash { return fnv.New128a() }},
	}
	for _, m := range makers {
		h := m.make()
		fmt.Printf("%s %d %x", m.name, h.BlockSize(), h.Sum(nil))
		for _, n := range []int{1, 2, 9, 100, 4888} {
			h.Write(data[:n])
			fmt.Printf(" %x", h.Sum(nil))
		}
		state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
		back := m.make()
		fmt.Printf(" %x %v %v", state, err, back.(encoding.BinaryUnmarshaler).UnmarshalBinary(state))
		clone, _ := h.(hash.Cloner).Clone()
		for _, s := range []hash.Hash{h, back, clone} {
			s.Write(data[4000:])
			fmt.Printf(" %x", s.Sum(nil))
		}
		h.Reset()
		fmt.Printf(" %x\n", h.Sum([]byte("=")))
		fmt.Println(h.(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte("x")), h.(encoding.BinaryUnmarshaler).UnmarshalBinary(state[:5]))
	}
	fmt.Println(crc32.ChecksumIEEE([]byte("hello")), adler32.Checksum([]byte("hello")), crc32.Checksum(data, crc32.IEEETable))
	crc := crc32.Update(0, crc32.IEEETable, data[:77])
	fmt.Println(crc32.Update(crc, crc32.IEEETable, data[77:]) == crc32.ChecksumIEEE(data))
	fmt.Println(crc32.New(crc32.IEEETable).(encoding.BinaryUnmarshaler).UnmarshalBinary([]byte("crc\x01aaaabbbb")))
	h := fnv.New64a()
	h.Write([]byte("golite"))
	fmt.Println(h.Sum64(), crc64.Checksum([]byte("golite"), crc64.MakeTable(crc64.ECMA)), (*crc32.MakeTable(crc32.Koopman))[128] == crc32.Koopman)
}

// Output:
// ieee 1 00000000 fd6d930a 2d10c0ea 11a5be63 84418f5b e2288c25 63726301ca87914de2288c25 <nil> <nil> 12f26615 12f26615 12f26615 3d00000000
// hash/crc32: invalid hash state identifier hash/crc32: invalid hash state size
// castagnoli 1 00000000 2fddd530 39806a28 f112dcee 40fd674f 82439c09 637263017742848182439c09 <nil> <nil> f0566a79 f0566a79 f0566a79 3d00000000
// hash/crc32: invalid hash state identifier hash/crc32: invalid hash state size
// koopman 1 00000000 0c74c93a 1d3faecf 4d4a4157 d90fd648 fff2bb65 637263017a66c6a0fff2bb65 <nil> <nil> 12425b65 12425b65 12425b65 3d00000000
// hash/crc32: invalid hash state identifier hash/crc32: invalid hash state size
// iso 1 0000000000000000 49d0000000000000 10f999d000000000 fc6bfbdf4b4ce630 0367059521ffc2f6 f47acffd7d924096 6372630273ba8484bbcd5deff47acffd7d924096 <nil> <nil> e0ae292cab0d4aa4 e0ae292cab0d4aa4 e0ae292cab0d4aa4 3d0000000000000000
// hash/crc64: invalid hash state identifier hash/crc64: invalid hash state size
// ecma 1 0000000000000000 157006b697a377d7 41d30f7acf680a1e 56063170c5992558 1b362be18747a298 5c2501024cba1380 6372630260269a52e1b7fe655c2501024cba1380 <nil> <nil> dbb5811c59eb48ec dbb5811c59eb48ec dbb5811c59eb48ec 3d0000000000000000
// hash/crc64: invalid hash state identifier hash/crc64: invalid hash state size
// own 1 0000000000000000 114ee7de884ee7de dfd27b3bb8e9e23b 32b42c2a6e911cea acc745068d3f589d 0895d8d86e5ae871 637263020468f8868cb0787c0895d8d86e5ae871 <nil> <nil> e947a50b75dc3607 e947a50b75dc3607 e947a50b75dc3607 3d0000000000000000
// hash/crc64: invalid hash state identifier hash/crc64: invalid hash state size
// adler 4 00000001 003d003d 018d00d7 1b0d0468 7e1136de 9d05ae1f 61646c019d05ae1f <nil> <nil> d8019b23 d8019b23 d8019b23 3d00000001
// hash/adler32: invalid hash state identifier hash/adler32: invalid hash state size
// fnv32 1 811c9dc5 050c5d23 eebaf461 8f979782 b482f300 4547da5a 666e76014547da5a <nil> <nil> 49176a90 49176a90 49176a90 3d811c9dc5
// hash/fnv: invalid hash state identifier hash/fnv: invalid hash state size
// fnv32a 1 811c9dc5 390caefb 2f0c4381 22d76c98 c080009a 6ec4aa7c 666e76026ec4aa7c <nil> <nil> 2b8ab586 2b8ab586 2b8ab586 3d811c9dc5
// hash/fnv: invalid hash state identifier hash/fnv: invalid hash state size
// fnv64 1 cbf29ce484222325 af63bd4c8601b7e3 d95a76186c1a63a1 7573dd4acfdad562 1b89ec361a748680 b4c3f8c23b34c0da 666e7603b4c3f8c23b34c0da <nil> <nil> 981dfa6457ab2470 981dfa6457ab2470 981dfa6457ab2470 3dcbf29ce484222325
// hash/fnv: invalid hash state identifier hash/fnv: invalid hash state size
// fnv64a 1 cbf29ce484222325 af63b14c8601a37b 70aaec183099ad81 ad082839c782cc18 6d9b583ea668137a 451cc51202e9fd9c 666e7604451cc51202e9fd9c <nil> <nil> f3d43304fc89c046 f3d43304fc89c046 f3d43304fc89c046 3dcbf29ce484222325
// hash/fnv: invalid hash state identifier hash/fnv: invalid hash state size
// fnv128 1 6c62272e07bb014262b821756295c58d d228cb69101a8caf78912b704e4a1443 a68bb2ff808b5822836dbc78c6e738e1 f9e8303d18eb5fbff1e0eefff911258a 2348e9a0ca79e087b17df59cde195300 b5b60deb57b5fb58de70bd5d6fd1531a 666e7605b5b60deb57b5fb58de70bd5d6fd1531a <nil> <nil> 1d7d0a84431a42319502c9db27f1cfd8 1d7d0a84431a42319502c9db27f1cfd8 1d7d0a84431a42319502c9db27f1cfd8 3d6c62272e07bb014262b821756295c58d
// hash/fnv: invalid hash state identifier hash/fnv: invalid hash state size
// fnv128a 1 6c62272e07bb014262b821756295c58d d228cb69341a8caf78912b704e4a40cb a68c5783e68b5822836dbc790a95f141 e2c35957d064dea7571169eaf8f3ce28 ff98ed9831e66b6a43185c5510843d32 dade4bfd8788b795157acd00fdf420c4 666e7606dade4bfd8788b795157acd00fdf420c4 <nil> <nil> 2a3cc1bf530e3bb7503ef7cf134219e6 2a3cc1bf530e3bb7503ef7cf134219e6 2a3cc1bf530e3bb7503ef7cf134219e6 3d6c62272e07bb014262b821756295c58d
// hash/fnv: invalid hash state identifier hash/fnv: invalid hash state size
// 907060870 103547413 1710263236
// true
// hash/crc32: tables do not match
// 10127648398014894991 14652421840346892288 true
