package main

import (
	"fmt"
	"math/big"
)

func parse(s string) *big.Int {
	n, ok := new(big.Int).SetString(s, 0)
	if !ok {
		panic(s)
	}
	return n
}

func main() {
	// Diffie and Hellman: both sides get the same secret.
	p := parse("0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A63A3620FFFFFFFFFFFFFFFF")
	g := big.NewInt(2)
	a, b := parse("0x1234567890abcdef1234567890abcdef"), parse("987654321987654321987654321")
	left := new(big.Int).Exp(new(big.Int).Exp(g, a, p), b, p)
	right := new(big.Int).Exp(new(big.Int).Exp(g, b, p), a, p)
	fmt.Printf("%x\n%t %t\n", left, left.Cmp(right) == 0, p.ProbablyPrime(10))

	// A negative power is one of the inverse; there may be none.
	inverse := new(big.Int).ModInverse(a, p)
	fmt.Println(inverse.Cmp(new(big.Int).Exp(a, big.NewInt(-1), p)), new(big.Int).ModInverse(big.NewInt(6), big.NewInt(9)))
	fmt.Println(new(big.Int).Exp(big.NewInt(3), big.NewInt(-2), nil), new(big.Int).Exp(big.NewInt(-3), big.NewInt(5), nil))

	// Bezout's factors.
	x, y := new(big.Int), new(big.Int)
	d := new(big.Int).GCD(x, y, parse("1000000016000000063"), parse("-123456789012345678"))
	fmt.Println(d, x, y)

	// Roots modulo primes of all three kinds.
	for _, m := range []int64{23, 29, 17, 41, 97} {
		prime := big.NewInt(m)
		var roots []string
		for n := int64(1); n < 10; n++ {
			r := new(big.Int).ModSqrt(big.NewInt(n), prime)
			if (r == nil) != (big.Jacobi(big.NewInt(n), prime) < 0) {
				fmt.Println("the symbol is wrong")
			}
			if r != nil {
				check := new(big.Int).Mul(r, r)
				roots = append(roots, fmt.Sprint(n, ":", check.Mod(check, prime).Int64() == n))
			}
		}
		fmt.Println(m, roots)
	}

	// Mersenne's primes, and numbers that deceive simple tests.
	for e := uint(2); e < 130; e++ {
		if m := new(big.Int).Lsh(big.NewInt(1), e); m.Sub(m, big.NewInt(1)).ProbablyPrime(0) {
			fmt.Print(e, " ")
		}
	}
	fmt.Println()
	for _, n := range []string{"561", "3215031751", "3825123056546413051", "318665857834031151167461", "18446744073709551557", "2305843009213693951"} {
		fmt.Print(n, " ", parse(n).ProbablyPrime(1), "; ")
	}
	fmt.Println()
	fmt.Println(new(big.Int).Binomial(100, 50), new(big.Int).MulRange(-5, -2), new(big.Int).Sqrt(new(big.Int).Exp(big.NewInt(10), big.NewInt(61), nil)))
	defer func() { fmt.Println(recover()) }()
	big.Jacobi(big.NewInt(3), big.NewInt(8))
}

// Output:
// cfa4f85b91c09a0453cd9315d4ab90e45b37db094eff0c2bf2832509079726ff785137142abf01ce3cfdaf4bf818ea0f30ff79beb55c973a923b58ebee101d60f7d32da1d1a8aeb8e86fbd5fb117bdae1802189d25eb353df1c37d6972910809
// true true
// 0 <nil>
// 1 -243
// 1 -37060143615726229 -300187170792061626
// 23 [1:true 2:true 3:true 4:true 6:true 8:true 9:true]
// 29 [1:true 4:true 5:true 6:true 7:true 9:true]
// 17 [1:true 2:true 4:true 8:true 9:true]
// 41 [1:true 2:true 4:true 5:true 8:true 9:true]
// 97 [1:true 2:true 3:true 4:true 6:true 8:true 9:true]
// 2 3 5 7 13 17 19 31 61 89 107 127
// 561 false; 3215031751 false; 3825123056546413051 false; 318665857834031151167461 false; 18446744073709551557 true; 2305843009213693951 true;
// 100891344545564193334812497256 120 3162277660168379331998893544432
// big: invalid 2nd argument to Int.Jacobi: need odd integer but got 8
