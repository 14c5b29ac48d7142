package main

import (
	"fmt"
	"math/big"
)

// digest is a small number that depends on all words.
func digest(n *big.Int) string {
	m := new(big.Int).SetUint64(1<<61 - 1)
	return fmt.Sprint(n.BitLen(), " ", new(big.Int).Mod(n, m))
}

func main() {
	f := big.NewInt(1)
	for i := int64(2); i <= 3000; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(digest(f), f.Cmp(new(big.Int).MulRange(1, 3000)), f.TrailingZeroBits())

	a, b := big.NewInt(0), big.NewInt(1)
	for range 20000 {
		a.Add(a, b)
		a, b = b, a
	}
	text := a.String()
	fmt.Println(digest(a), len(text), text[:20], text[len(text)-20:])
	back, ok := new(big.Int).SetString(text, 10)
	fmt.Println(ok, back.Cmp(a))

	// Far beyond where products are calculated digit by digit.
	x := new(big.Int).Exp(big.NewInt(7), big.NewInt(70000), nil)
	y := new(big.Int).Exp(big.NewInt(11), big.NewInt(50000), nil)
	p := new(big.Int).Mul(x, y)
	fmt.Println(digest(p), digest(new(big.Int).Mul(x, x)))
	q, r := new(big.Int).QuoRem(p, y, new(big.Int))
	fmt.Println(q.Cmp(x), r.Sign())
	p.Add(p, big.NewInt(12345))
	q.QuoRem(p, x, r)
	fmt.Println(q.Cmp(y), r)
	root := new(big.Int).Sqrt(new(big.Int).Mul(y, y))
	fmt.Println(root.Cmp(y))
	d := new(big.Int).GCD(nil, nil, p.Sub(p, big.NewInt(12345)), new(big.Int).Mul(x, big.NewInt(13)))
	fmt.Println(d.Cmp(x))
	fmt.Println(len(x.Text(3)), len(x.Text(16)), len(x.Text(61)))
}

// Output:
// 30332 1569276330313219724 0 2993
// 13884 1811407526768174313 4180 25311623237323612422 39857683971213093125
// true 0
// 369487 749302485552356258 393030 1051229804887404511
// 0 0
// 0 12345
// 0
// 0
// 123988 49129 33135
