package main

import (
	"fmt"
	"math/big"
)

func main() {
	// Operations on bits see an endless row of sign bits in front of a negative number, as machine integers do.
	same := true
	values := []int64{0, 1, -1, 5, -6, 127, -128, 1 << 40, -(1 << 40), 0x123456789abcdef, -0x123456789abcdef}
	for _, a := range values {
		for _, b := range values {
			x, y, z := big.NewInt(a), big.NewInt(b), new(big.Int)
			same = same && z.And(x, y).Int64() == a&b && z.Or(x, y).Int64() == a|b &&
				z.Xor(x, y).Int64() == a^b && z.AndNot(x, y).Int64() == a&^b && z.Not(x).Int64() == ^a
		}
		for s := range 64 {
			x := big.NewInt(a)
			same = same && new(big.Int).Rsh(x, uint(s)).Int64() == a>>s && x.Bit(s) == uint(a>>s)&1 &&
				new(big.Int).SetBit(x, s, 0).Cmp(new(big.Int).AndNot(x, new(big.Int).Lsh(big.NewInt(1), uint(s)))) == 0
		}
	}
	fmt.Println("like int64:", same)

	x := new(big.Int).Lsh(big.NewInt(-1), 130)
	fmt.Println(x, x.BitLen(), x.TrailingZeroBits(), x.Bit(129), x.Bit(130), x.Bit(100000))
	x.Or(x, big.NewInt(1))
	fmt.Println(x, x.Bit(0), x.Bit(1), x.Bit(131))
	fmt.Println(new(big.Int).Rsh(x, 129), new(big.Int).Rsh(x, 131), new(big.Int).Rsh(x, 1000))
	fmt.Println(x.SetBit(x, 200, 0))
	fmt.Println(x.Xor(x, x), x.Sign(), len(x.Bits()))

	// The words are those of the magnitude, and may be shared.
	words := []big.Word{1, 2, 3, 0, 0}
	y := new(big.Int).SetBits(words)
	words[0] = 7
	fmt.Printf("%#x %d %v\n", y, len(y.Bits()), y.Bytes()[:3])
	fmt.Println(y.Neg(y).FillBytes(make([]byte, 20)))
	shallow := *y
	shallow.Add(&shallow, big.NewInt(1))
	fmt.Println(y.Cmp(&shallow), y.Bits()[0] == shallow.Bits()[0])
}

// Output:
// like int64: true
// -1361129467683753853853498429727072845824 131 130 0 1 1
// -1361129467683753853853498429727072845823 1 0 1
// -2 -1 -1
// -1606938044258990275543323221808846356376056492212519908147199
// 0 0 0
// 0x300000000000000020000000000000007 3 [3 0 0]
// [0 0 0 3 0 0 0 0 0 0 0 2 0 0 0 0 0 0 0 7]
// 0 true
