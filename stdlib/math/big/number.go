package big

import "fmt"

// Exp sets z to x**y modulo |m|; without modulus if m is nil or 0, and then negative powers are 1. It answers nil, and leaves z
// as it is, if a negative power does not exist.
func (z *Int) Exp(x, y, m *Int) *Int {
	base, neg := x.abs, x.neg
	var modulus nat
	if m != nil {
		modulus = m.abs
	}
	if y.neg {
		if len(modulus) == 0 {
			return z.SetInt64(1)
		}
		inverse := new(Int).ModInverse(x, m)
		if inverse == nil {
			return nil
		}
		base, neg = inverse.abs, inverse.neg
	}
	neg = neg && y.Bit(0) == 1
	if len(modulus) == 0 {
		return z.sized(z.abs.pow(base, y.abs), neg)
	}
	if len(modulus) == 1 && modulus[0] == 1 {
		return z.sized(z.abs[:0], false)
	}
	p := make(nat, len(modulus))
	p = p[:powerWords(p, base, y.abs, modulus)]
	if neg && len(p) > 0 {
		p = p.sub(modulus, p)
	}
	return z.sized(z.abs.set(p), false)
}

// GCD sets z to the greatest common divisor of a and b, and x and y, where they are not nil, such that z = a*x + b*y.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	if len(a.abs) == 0 || len(b.abs) == 0 {
		p, q := a.Sign(), b.Sign()
		if len(a.abs) == 0 {
			z.Abs(b)
		} else {
			z.Abs(a)
		}
		if x != nil {
			x.SetInt64(int64(p))
		}
		if y != nil {
			y.SetInt64(int64(q))
		}
		return z
	}
	n := min(len(a.abs), len(b.abs))
	if x == nil && y == nil {
		d := make(nat, n)
		d = d[:gcdWords(d, a.abs, b.abs)]
		return z.sized(d, false)
	}
	d, u, v := make(nat, n), make(nat, len(b.abs)+1), make(nat, len(a.abs)+1)
	nd, nu, uneg, nv, vneg := bezoutWords(d, u, v, a.abs, b.abs)
	aneg, bneg := a.neg, b.neg
	if x != nil {
		x.sized(u[:nu], uneg != aneg)
	}
	if y != nil {
		y.sized(v[:nv], vneg != bneg)
	}
	return z.sized(d[:nd], false)
}

// ModInverse sets z to the number that multiplied by g is 1 modulo n. If there is none, it leaves z and answers nil.
func (z *Int) ModInverse(g, n *Int) *Int {
	modulus := new(Int).Abs(n)
	if g.neg {
		g = new(Int).Mod(g, modulus)
	}
	var x, d Int
	d.GCD(&x, nil, g, modulus)
	if d.Cmp(one) != 0 {
		return nil
	}
	if x.neg {
		x.Add(&x, modulus)
	}
	return z.Set(&x)
}

// Jacobi is the Jacobi symbol (x/y): 1, -1 or 0. y must be odd.
func Jacobi(x, y *Int) int {
	if y.Bit(0) == 0 {
		panic(fmt.Sprintf("big: invalid 2nd argument to Int.Jacobi: need odd integer but got %s", y.String()))
	}
	j := jacobiWords(x.abs, x.neg, y.abs)
	if x.neg && y.neg {
		return -j
	}
	return j
}

// ModSqrt sets z to a root of x modulo the odd prime p. If there is none, it leaves z and answers nil.
func (z *Int) ModSqrt(x, p *Int) *Int {
	switch Jacobi(x, p) {
	case -1:
		return nil
	case 0:
		return z.SetInt64(0)
	}
	if x.neg || x.Cmp(p) >= 0 {
		x = new(Int).Mod(x, p)
	}
	switch {
	case p.low()%4 == 3:
		e := new(Int).Add(p, one)
		return z.Exp(x, e.Rsh(e, 2), p)
	case p.low()%8 == 5:
		return z.sqrtAtkin(x, p)
	}
	return z.sqrtTonelli(x, p)
}

// sqrtAtkin is Atkin's way for p = 5 modulo 8.
func (z *Int) sqrtAtkin(x, p *Int) *Int {
	twice := new(Int).Lsh(x, 1)
	a := new(Int).Exp(twice, new(Int).Rsh(p, 3), p)
	b := new(Int).Mul(twice, a)
	b.Mod(b.Mul(b, a), p)
	b.Sub(b, one)
	b.Mul(b, x)
	b.Mul(b, a)
	return z.Mod(b, p)
}

// sqrtTonelli is the way of Tonelli and Shanks for any p.
func (z *Int) sqrtTonelli(x, p *Int) *Int {
	odd := new(Int).Sub(p, one)
	twos := odd.TrailingZeroBits()
	odd.Rsh(odd, twos)
	other := NewInt(2)
	for Jacobi(other, p) != -1 {
		other.Add(other, one)
	}
	half := new(Int).Add(odd, one)
	root := new(Int).Exp(x, half.Rsh(half, 1), p)
	left := new(Int).Exp(x, odd, p)
	gen := new(Int).Exp(other, odd, p)
	for order := twos; left.Cmp(one) != 0; {
		// left has the order 2**m.
		m := uint(0)
		for t := new(Int).Set(left); t.Cmp(one) != 0; m++ {
			t.Mod(t.Mul(t, t), p)
		}
		step := new(Int).Set(gen)
		for range order - m - 1 {
			step.Mod(step.Mul(step, step), p)
		}
		root.Mod(root.Mul(root, step), p)
		gen.Mod(gen.Mul(step, step), p)
		left.Mod(left.Mul(left, gen), p)
		order = m
	}
	return z.Set(root)
}

// Sqrt sets z to the root of x, rounded down.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	root := z.abs.room((len(x.abs) + 1) / 2)
	return z.sized(root[:sqrtWords(root, x.abs)], false)
}

// ProbablyPrime reports whether x is prime. Above 2**64 it may err, the less likely the larger n.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	return !x.neg && len(x.abs) > 0 && primeWords(x.abs, n+1)
}

// MulRange sets z to the product of all numbers from a to b, 1 if there are none.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	}
	neg := a < 0 && (b-a)&1 == 0
	if a < 0 {
		return z.sized(product(magnitude(b), magnitude(a)), neg)
	}
	return z.sized(product(uint64(a), uint64(b)), false)
}

// product multiplies from a, which is not 0, to b, halves with halves.
func product(a, b uint64) nat {
	if b-a < 12 {
		p := nat{Word(a)}
		for i := a; i < b; {
			i++
			p = p.mul(p, nat{Word(i)})
		}
		return p
	}
	middle := a + (b-a)/2
	return nat(nil).mul(product(a, middle), product(middle+1, b))
}

// Binomial sets z to the number of ways to choose k of n.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n || k < 0 {
		return z.SetInt64(0)
	}
	k = min(k, n-k)
	// After each step the quotient is itself a binomial coefficient.
	c := NewInt(1)
	if k < 64 {
		var factor, divisor Int
		for i := int64(1); i <= k; i++ {
			c.Mul(c, factor.SetInt64(n-k+i))
			c.Quo(c, divisor.SetInt64(i))
		}
		return z.Set(c)
	}
	c.MulRange(n-k+1, n)
	return z.Quo(c, new(Int).MulRange(1, k))
}
