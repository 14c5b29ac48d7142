package big

// aligned are the mantissas of x and y as whole numbers with a common exponent.
func aligned(x, y *Float) (a, b nat, exp int64) {
	ex, ey := x.whole(), y.whole()
	switch {
	case ex > ey:
		return nat(nil).shl(x.mant, uint(ex-ey)), y.mant, ey
	case ex < ey:
		return x.mant, nat(nil).shl(y.mant, uint(ey-ex)), ex
	}
	return x.mant, y.mant, ex
}

// sum stores x + y, where y has another sign, both finite and not 0.
func (z *Float) sum(x, y *Float, yneg bool) *Float {
	xneg := x.neg
	a, b, exp := aligned(x, y)
	if xneg == yneg {
		z.neg = xneg
		return z.store(nat(nil).add(a, b), exp, false)
	}
	switch a.cmp(b) {
	case 0:
		return z.special(zero, z.mode == ToNegativeInf)
	case 1:
		z.neg = xneg
		return z.store(nat(nil).sub(a, b), exp, false)
	}
	z.neg = yneg
	return z.store(nat(nil).sub(b, a), exp, false)
}

// nan leaves a valid z and panics.
func (z *Float) nan(reason string) {
	z.special(zero, false)
	panic(ErrNaN{reason})
}

// Add sets z to x + y, rounded to z's precision, by default the larger one of x and y.
func (z *Float) Add(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	switch {
	case x.form == finite && y.form == finite:
		return z.sum(x, y, y.neg)
	case x.form == inf && y.form == inf && x.neg != y.neg:
		z.nan("addition of infinities with opposite signs")
	case x.form == zero && y.form == zero:
		return z.special(zero, x.neg && y.neg)
	case x.form == inf || y.form == zero:
		return z.Set(x)
	}
	return z.Set(y)
}

// Sub sets z to x - y, rounded to z's precision, by default the larger one of x and y.
func (z *Float) Sub(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	switch {
	case x.form == finite && y.form == finite:
		return z.sum(x, y, !y.neg)
	case x.form == inf && y.form == inf && x.neg == y.neg:
		z.nan("subtraction of infinities with equal signs")
	case x.form == zero && y.form == zero:
		return z.special(zero, x.neg && !y.neg)
	case x.form == inf || y.form == zero:
		return z.Set(x)
	}
	return z.Neg(y)
}

// Mul sets z to x * y, rounded to z's precision, by default the larger one of x and y.
func (z *Float) Mul(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	neg := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		exp := x.whole() + y.whole()
		z.neg = neg
		return z.store(nat(nil).mul(x.mant, y.mant), exp, false)
	case x.form == zero && y.form == inf, x.form == inf && y.form == zero:
		z.nan("multiplication of zero with infinity")
	case x.form == inf || y.form == inf:
		return z.special(inf, neg)
	}
	return z.special(zero, neg)
}

// Quo sets z to x / y, rounded to z's precision, by default the larger one of x and y.
func (z *Float) Quo(x, y *Float) *Float {
	z.defaultPrec(max(x.prec, y.prec))
	neg := x.neg != y.neg
	switch {
	case x.form == finite && y.form == finite:
		// Two bits more than asked for leave the rest to be told by the remainder.
		by := max(int64(z.prec)+2+int64(y.mant.bitLen()-x.mant.bitLen()), 0)
		exp := x.whole() - y.whole() - by
		q, r := nat(nil).divide(nil, nat(nil).shl(x.mant, uint(by)), y.mant)
		z.neg = neg
		return z.store(q, exp, len(r) > 0)
	case x.form == y.form:
		z.nan("division of zero by zero or infinity by infinity")
	case x.form == zero || y.form == inf:
		return z.special(zero, neg)
	}
	return z.special(inf, neg)
}

// Sqrt sets z to the root of x, rounded to z's precision, by default that of x, in x's mode. It panics if x is negative.
func (z *Float) Sqrt(x *Float) *Float {
	z.defaultPrec(x.prec)
	if x.Sign() < 0 {
		panic(ErrNaN{"square root of negative operand"})
	}
	if x.form != finite {
		return z.special(x.form, x.neg)
	}
	by := max(2*(int64(z.prec)+2)-int64(x.mant.bitLen()), 0)
	exp := x.whole() - by
	if exp&1 != 0 {
		exp--
		by++
	}
	square := nat(nil).shl(x.mant, uint(by))
	root := make(nat, len(square)/2+1)
	root = root[:sqrtWords(root, square)]
	z.neg = false
	z.mode = x.mode // as in Go
	return z.store(root, exp/2, nat(nil).mul(root, root).cmp(square) != 0)
}
