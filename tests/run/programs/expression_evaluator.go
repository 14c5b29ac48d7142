package main

import (
	"fmt"
	"strconv"
	"unicode"
)

type node interface{ eval() (float64, error) }

type num float64
type binary struct {
	op   byte
	l, r node
}

func (n num) eval() (float64, error) { return float64(n), nil }

func (b binary) eval() (float64, error) {
	l, err := b.l.eval()
	if err != nil {
		return 0, err
	}
	r, err := b.r.eval()
	if err != nil {
		return 0, err
	}
	switch b.op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	}
	if r == 0 {
		return 0, fmt.Errorf("division by zero")
	}
	return l / r, nil
}

type parser struct {
	s   string
	pos int
}

func (p *parser) peek() byte {
	for p.pos < len(p.s) && p.s[p.pos] == ' ' {
		p.pos++
	}
	if p.pos == len(p.s) {
		return 0
	}
	return p.s[p.pos]
}

func (p *parser) expr(min int) node {
	left := p.atom()
	prec := map[byte]int{'+': 1, '-': 1, '*': 2, '/': 2}
	for {
		op := p.peek()
		if prec[op] == 0 || prec[op] < min {
			return left
		}
		p.pos++
		left = binary{op, left, p.expr(prec[op] + 1)}
	}
}

func (p *parser) atom() node {
	if p.peek() == '(' {
		p.pos++
		n := p.expr(1)
		if p.peek() != ')' {
			panic(fmt.Sprint("missing ) at ", p.pos))
		}
		p.pos++
		return n
	}
	start := p.pos
	for p.pos < len(p.s) && (unicode.IsDigit(rune(p.s[p.pos])) || p.s[p.pos] == '.') {
		p.pos++
	}
	f, err := strconv.ParseFloat(p.s[start:p.pos], 64)
	if err != nil {
		panic(err)
	}
	return num(f)
}

func eval(s string) (v float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("bad expression: %v", r)
		}
	}()
	return (&parser{s: s}).expr(1).eval()
}

func main() {
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3", "10/4 - 1", "2*(3+(4-1))", "1/0", "(1", "x"} {
		fmt.Println(eval(s))
	}
}

// Output:
// 7 <nil>
// 9 <nil>
// 1.5 <nil>
// 12 <nil>
// 0 division by zero
// 0 bad expression: missing ) at 2
// 0 bad expression: strconv.ParseFloat: parsing "": invalid syntax
