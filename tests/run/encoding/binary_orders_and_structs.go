// Package encoding/binary: orders of bytes, variable lengths, structs.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
)

type Header struct {
	Magic [4]byte
	Ver   uint16
	Flags int8
	_     [1]byte
	Size  int32
	Ratio float32
	Point complex64
	On    bool
	Ids   [2]uint64
}

func main() {
	b := make([]byte, 8)
	for _, o := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		o.PutUint16(b, 0x1234)
		fmt.Printf("%v % x %#x ", o, b, o.Uint16(b))
		o.PutUint32(b, 0x12345678)
		fmt.Printf("% x %#x ", b, o.Uint32(b))
		o.PutUint64(b, 0x123456789abcdef0)
		fmt.Printf("% x %#x\n", b, o.Uint64(b))
	}
	fmt.Printf("% x\n", binary.BigEndian.AppendUint32(binary.LittleEndian.AppendUint16(nil, 0xabcd), 0x01020304))
	for _, x := range []uint64{0, 1, 127, 128, 300, 1 << 32, math.MaxUint64} {
		v := binary.AppendUvarint(nil, x)
		y, n := binary.Uvarint(v)
		z, err := binary.ReadUvarint(bytes.NewReader(v))
		fmt.Printf("% x %d %d %d %v\n", v, y, n, z, err)
	}
	for _, x := range []int64{0, -1, 1, -64, 64, math.MinInt64, math.MaxInt64} {
		buf := make([]byte, binary.MaxVarintLen64)
		n := binary.PutVarint(buf, x)
		y, m := binary.Varint(buf[:n])
		fmt.Printf("% x %d %d\n", buf[:n], y, m)
	}
	fmt.Println(binary.Uvarint([]byte{0x80}))
	fmt.Println(binary.Uvarint(bytes.Repeat([]byte{0xff}, 11)))
	_, err := binary.ReadUvarint(bytes.NewReader([]byte{0x80}))
	fmt.Println(err)
	_, err = binary.ReadUvarint(bytes.NewReader(bytes.Repeat([]byte{0xff}, 11)))
	fmt.Println(err)

	h := Header{[4]byte{'G', 'O', 'L', 'T'}, 2, -3, [1]byte{}, -70000, 1.5, 1 - 2i, true, [2]uint64{1, math.MaxUint64}}
	var buf bytes.Buffer
	fmt.Println(binary.Write(&buf, binary.BigEndian, &h), binary.Size(h), buf.Len())
	fmt.Printf("% x\n", buf.Bytes())
	var back Header
	fmt.Println(binary.Read(&buf, binary.BigEndian, &back), back == h)
	fmt.Println(binary.Read(&buf, binary.BigEndian, &back) == io.EOF)
	buf.Write([]byte{1, 2})
	fmt.Println(binary.Read(&buf, binary.BigEndian, &back))
	binary.Write(&buf, binary.LittleEndian, []int16{1, -2, 3})
	list := make([]int16, 3)
	fmt.Println(binary.Read(&buf, binary.LittleEndian, list), list)
	out, err := binary.Append([]byte("x"), binary.LittleEndian, uint32(7))
	fmt.Println(out, err)
	n, err := binary.Encode(make([]byte, 2), binary.LittleEndian, uint32(7))
	fmt.Println(n, err)
	var f float64
	n, err = binary.Decode([]byte{0, 0, 0, 0, 0, 0, 0xf8, 0x3f}, binary.LittleEndian, &f)
	fmt.Println(n, err, f)
	fmt.Println(binary.Write(&buf, binary.LittleEndian, 1), binary.Size("x"), binary.Size([]int{}))
	fmt.Println(binary.Read(&buf, binary.LittleEndian, new(string)))
}

// Output:
// LittleEndian 34 12 00 00 00 00 00 00 0x1234 78 56 34 12 00 00 00 00 0x12345678 f0 de bc 9a 78 56 34 12 0x123456789abcdef0
// BigEndian 12 34 bc 9a 78 56 34 12 0x1234 12 34 56 78 78 56 34 12 0x12345678 12 34 56 78 9a bc de f0 0x123456789abcdef0
// cd ab 01 02 03 04
// 00 0 1 0 <nil>
// 01 1 1 1 <nil>
// 7f 127 1 127 <nil>
// 80 01 128 2 128 <nil>
// ac 02 300 2 300 <nil>
// 80 80 80 80 10 4294967296 5 4294967296 <nil>
// ff ff ff ff ff ff ff ff ff 01 18446744073709551615 10 18446744073709551615 <nil>
// 00 0 1
// 01 -1 1
// 02 1 1
// 7f -64 1
// 80 01 64 2
// ff ff ff ff ff ff ff ff ff 01 -9223372036854775808 10
// fe ff ff ff ff ff ff ff ff 01 9223372036854775807 10
// 0 0
// 0 -11
// unexpected EOF
// binary: varint overflows a 64-bit integer
// <nil> 41 41
// 47 4f 4c 54 00 02 fd 00 ff fe ee 90 3f c0 00 00 3f 80 00 00 c0 00 00 00 01 00 00 00 00 00 00 00 01 ff ff ff ff ff ff ff ff
// <nil> true
// true
// unexpected EOF
// <nil> [1 -2 3]
// [120 7 0 0 0] <nil>
// 0 buffer too small
// 8 <nil> 1.5
// binary.Write: some values are not fixed-sized in type int -1 -1
// binary.Read: invalid type *string
