package main

import (
	"fmt"
	"math/big"
)

func attempt(what string, f func()) {
	defer func() { fmt.Println(what, "->", recover()) }()
	f()
}

func main() {
	// Truncated, Euclidean, and with a rounding of one's choice: all satisfy x = q*y + r.
	for _, p := range [][2]int64{{7, 2}, {-7, 2}, {7, -2}, {-7, -2}, {6, 3}, {-5, 2}, {0, 9}} {
		x, y := big.NewInt(p[0]), big.NewInt(p[1])
		q, r := new(big.Int).QuoRem(x, y, new(big.Int))
		d, m := new(big.Int).DivMod(x, y, new(big.Int))
		fmt.Printf("%3d by %2d: quo %2d rem %2d, div %2d mod %d", x, y, q, r, d, m)
		for _, mode := range []big.RoundingMode{big.Trunc, big.Floor, big.Round, big.Ceil} {
			q, r := new(big.Int).Divide(x, y, new(big.Int), mode)
			back := new(big.Int).Mul(q, y)
			fmt.Printf(", %v %d/%d %t", mode, q, r, back.Add(back, r).Cmp(x) == 0)
		}
		fmt.Println()
	}

	// Quotients of several words; operands may be the result.
	x := new(big.Int).Lsh(big.NewInt(1), 500)
	x.Sub(x, big.NewInt(1))
	y, _ := new(big.Int).SetString("123456789123456789123456789123456789", 10)
	q, r := new(big.Int).QuoRem(x, y, new(big.Int))
	fmt.Println(q, r)
	q.Mul(q, y).Add(q, r)
	fmt.Println(q.Cmp(x))
	y.Mod(x, y)
	fmt.Println(y)
	x.QuoRem(x, y, y)
	fmt.Println(x, y)

	zero := new(big.Int)
	attempt("quo", func() { new(big.Int).Quo(x, zero) })
	attempt("mod", func() { new(big.Int).Mod(x, zero) })
	attempt("divmod", func() { new(big.Int).DivMod(zero, zero, new(big.Int)) })
	attempt("rat", func() { big.NewRat(1, 0) })
	attempt("inv", func() { new(big.Rat).Inv(new(big.Rat)) })
	attempt("sqrt", func() { new(big.Int).Sqrt(big.NewInt(-4)) })
	attempt("mode", func() { new(big.Int).Divide(x, y, nil, big.AwayFromZero) })
}

// Output:
//   7 by  2: quo  3 rem  1, div  3 mod 1, ToZero 3/1 true, ToNegativeInf 3/1 true, ToNearestEven 4/-1 true, ToPositiveInf 4/-1 true
//  -7 by  2: quo -3 rem -1, div -4 mod 1, ToZero -3/-1 true, ToNegativeInf -4/1 true, ToNearestEven -4/1 true, ToPositiveInf -3/-1 true
//   7 by -2: quo -3 rem  1, div -3 mod 1, ToZero -3/1 true, ToNegativeInf -4/-1 true, ToNearestEven -4/-1 true, ToPositiveInf -3/1 true
//  -7 by -2: quo  3 rem -1, div  4 mod 1, ToZero 3/-1 true, ToNegativeInf 3/-1 true, ToNearestEven 4/1 true, ToPositiveInf 4/1 true
//   6 by  3: quo  2 rem  0, div  2 mod 0, ToZero 2/0 true, ToNegativeInf 2/0 true, ToNearestEven 2/0 true, ToPositiveInf 2/0 true
//  -5 by  2: quo -2 rem -1, div -3 mod 1, ToZero -2/-1 true, ToNegativeInf -3/1 true, ToNearestEven -2/-1 true, ToPositiveInf -2/-1 true
//   0 by  9: quo  0 rem  0, div  0 mod 0, ToZero 0/0 true, ToNegativeInf 0/0 true, ToNearestEven 0/0 true, ToPositiveInf 0/0 true
// 26514464138725908885553858255736826742370834693012905151431359561986112298538513397815405218419446096660058232582475 102636651831173228437932905986416600
// 0
// 102636651831173228437932905986416600
// 31892998743572947832745680417950633910735800498999403593989667908250142405482082204754673323829825429410061021212623 62538036085369718381656430070847575
// quo -> division by zero
// mod -> division by zero
// divmod -> division by zero
// rat -> division by zero
// inv -> division by zero
// sqrt -> square root of negative number
// mode -> unsupported rounding mode
