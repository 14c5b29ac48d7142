// Linear equations over exact rationals and over a finite field, by one generic elimination; fractions are structs by value.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type field[T any] interface {
	comparable
	Add(T) T
	Mul(T) T
	Neg() T
	Inv() (T, error)
	fmt.Stringer
}

var errZero = errors.New("zero has no inverse")

type frac struct{ num, den int64 }

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return max(a, -a)
}

func q(n, d int64) frac {
	if d == 0 {
		panic(errZero)
	}
	if g := gcd(n, d); g > 1 {
		n, d = n/g, d/g
	}
	if d < 0 {
		n, d = -n, -d
	}
	return frac{n, d}
}

func (a frac) norm() frac {
	if a.den == 0 {
		a.den = 1
	}
	return a
}
func (a frac) Add(b frac) frac {
	a, b = a.norm(), b.norm()
	return q(a.num*b.den+b.num*a.den, a.den*b.den)
}
func (a frac) Mul(b frac) frac { a, b = a.norm(), b.norm(); return q(a.num*b.num, a.den*b.den) }
func (a frac) Neg() frac       { a.num = -a.num; return a.norm() }
func (a frac) Inv() (f frac, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	a = a.norm()
	return q(a.den, a.num), nil
}
func (a frac) String() string {
	a = a.norm()
	if a.den == 1 {
		return fmt.Sprint(a.num)
	}
	return fmt.Sprintf("%d/%d", a.num, a.den)
}

type mod7 uint8

func (a mod7) Add(b mod7) mod7 { return (a + b) % 7 }
func (a mod7) Mul(b mod7) mod7 { return a * b % 7 }
func (a mod7) Neg() mod7       { return (7 - a) % 7 }
func (a mod7) Inv() (mod7, error) {
	for b := range mod7(7) {
		if a*b%7 == 1 {
			return b, nil
		}
	}
	return 0, errZero
}
func (a mod7) String() string { return string('0' + rune(a)) }

type matrix[T field[T]] [][]T

func (m matrix[T]) String() string {
	var b strings.Builder
	for _, row := range m {
		fmt.Fprintln(&b, row)
	}
	return b.String()
}

func (m matrix[T]) clone() matrix[T] {
	c := make(matrix[T], len(m))
	for i := range m {
		c[i] = append(c[i], m[i]...)
	}
	return c
}

// reduce brings m to reduced row echelon form and answers its pivots' columns and the product of what it divided by.
func (m matrix[T]) reduce(cols int) (pivots []int, det T) {
	var zero T
	zero = zero.Add(zero)
	first := true
	row := 0
	for col := 0; col < cols && row < len(m); col++ {
		at := row
		for at < len(m) && m[at][col].Add(zero) == zero {
			at++
		}
		if at == len(m) {
			continue
		}
		m[row], m[at] = m[at], m[row]
		inv, err := m[row][col].Inv()
		if err != nil {
			panic(err)
		}
		factor := m[row][col]
		if at != row {
			factor = factor.Neg()
		}
		if first {
			det, first = factor, false
		} else {
			det = det.Mul(factor)
		}
		for j := range m[row] {
			m[row][j] = m[row][j].Mul(inv)
		}
		for i := range m {
			if i == row {
				continue
			}
			f := m[i][col].Neg()
			for j := range m[i] {
				m[i][j] = m[i][j].Add(f.Mul(m[row][j]))
			}
		}
		pivots = append(pivots, col)
		row++
	}
	return
}

func solve[T field[T]](name string, m matrix[T]) {
	c := m.clone()
	n := len(m[0]) - 1
	pivots, det := c.reduce(n)
	var zero T
	zero = zero.Add(zero)
	for _, row := range c[len(pivots):] {
		if row[n].Add(zero) != zero {
			fmt.Println(name, "has no solution; rank", len(pivots))
			return
		}
	}
	if len(pivots) < n {
		fmt.Println(name, "has many solutions; pivots", pivots)
		fmt.Print(c)
		return
	}
	for i := range n {
		fmt.Print(name, string(rune(120+i)), "=", c[i][n], " ")
	}
	if len(m) == n {
		fmt.Print("det ", det)
	}
	fmt.Println()
}

func hilbert(n int) (m matrix[frac]) {
	for i := range n {
		row := make([]frac, n+1)
		for j := range n {
			row[j] = q(1, int64(i+j+1))
			row[n] = row[n].Add(row[j])
		}
		m = append(m, row)
	}
	return
}

func ints[T field[T]](conv func(int) T, rows ...[]int) (m matrix[T]) {
	for _, r := range rows {
		var row []T
		for _, v := range r {
			row = append(row, conv(v))
		}
		m = append(m, row)
	}
	return
}

func main() {
	rat := func(i int) frac { return q(int64(i), 1) }
	f7 := func(i int) mod7 { return mod7(((i % 7) + 7) % 7) }
	solve("a ", ints(rat, []int{2, 1, -1, 8}, []int{-3, -1, 2, -11}, []int{-2, 1, 2, -3}))
	solve("b ", ints(f7, []int{2, 1, -1, 8}, []int{-3, -1, 2, -11}, []int{-2, 1, 2, -3}))
	solve("c ", ints(rat, []int{0, 2, 1}, []int{3, 0, 1}))
	solve("d ", ints(rat, []int{1, 2, 3}, []int{2, 4, 7}))
	solve("e ", ints(rat, []int{1, 2, 3, 4}, []int{2, 4, 6, 8}, []int{1, 1, 1, 1}))
	solve("f ", ints(f7, []int{1, 2, 3}, []int{2, 4, 13}))
	solve("g ", hilbert(5))
	fmt.Print(hilbert(3))
	fmt.Println(frac{}, frac{}.Add(q(-6, -4)), q(3, -9), q(1, 2) == q(2, 4))
	_, err := frac{}.Inv()
	_, err7 := mod7(0).Inv()
	fmt.Println(err, errors.Is(err, errZero), err7 == errZero)
}

// Output:
// a x=2 a y=3 a z=-1 det -1
// b x=2 b y=3 b z=6 det 6
// c x=1/3 c y=1/2 det -6
// d  has no solution; rank 1
// e  has many solutions; pivots [0 1]
// [1 0 -1 -2]
// [0 1 2 3]
// [0 0 0 0]
// f  has many solutions; pivots [0]
// [1 2 3]
// [0 0 0]
// g x=1 g y=1 g z=1 g {=1 g |=1 det 1/266716800000
// [1 1/2 1/3 11/6]
// [1/2 1/3 1/4 13/12]
// [1/3 1/4 1/5 47/60]
// 0 3/2 -1/3 true
// zero has no inverse true true
