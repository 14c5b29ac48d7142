// A spreadsheet: formulas parsed by precedence climbing, dependencies tracked, cells recalculated lazily, cycles and errors as values.
package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

type ref struct{ col, row int }

func (r ref) String() string { return string(rune('A'+r.col)) + strconv.Itoa(r.row+1) }

type formula func(*sheet) (float64, error)

type cell struct {
	text   string
	f      formula
	deps   []ref
	value  float64
	err    error
	state  int
	visits int
}

const (
	dirty = iota
	busy
	clean
)

type sheet struct {
	cells map[ref]*cell
	users map[ref]map[ref]bool
}

var (
	errCycle = errors.New("cycle")
	errDiv   = errors.New("division by zero")
)

type syntaxError struct {
	at  int
	got string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("unexpected %q at %d", e.got, e.at) }

type parser struct {
	s    string
	i    int
	deps []ref
}

func (p *parser) fail() {
	end := min(p.i+1, len(p.s))
	panic(&syntaxError{p.i, p.s[p.i:end]})
}

func (p *parser) peek() byte {
	for p.i < len(p.s) && p.s[p.i] == ' ' {
		p.i++
	}
	if p.i == len(p.s) {
		return 0
	}
	return p.s[p.i]
}

var precedence = map[byte]int{'+': 1, '-': 1, '*': 2, '/': 2, '^': 3}

func (p *parser) binary(least int) formula {
	left := p.unary()
	for {
		op := p.peek()
		prec, ok := precedence[op]
		if !ok || prec < least {
			return left
		}
		p.i++
		next := prec + 1
		if op == '^' {
			next = prec
		}
		l, r := left, p.binary(next)
		left = func(s *sheet) (v float64, err error) {
			x, err := l(s)
			if err != nil {
				return 0, err
			}
			y, err := r(s)
			if err != nil {
				return 0, err
			}
			switch op {
			case '+':
				return x + y, nil
			case '-':
				return x - y, nil
			case '*':
				return x * y, nil
			case '/':
				if y == 0 {
					return 0, errDiv
				}
				return x / y, nil
			}
			v = 1
			for range int(y) {
				v *= x
			}
			return v, nil
		}
	}
}

func (p *parser) ref() (r ref) {
	c := p.peek()
	if c < 'A' || c > 'Z' {
		p.fail()
	}
	p.i++
	start := p.i
	for p.i < len(p.s) && '0' <= p.s[p.i] && p.s[p.i] <= '9' {
		p.i++
	}
	n, err := strconv.Atoi(p.s[start:p.i])
	if err != nil {
		p.fail()
	}
	return ref{int(c - 'A'), n - 1}
}

func (p *parser) unary() formula {
	switch c := p.peek(); {
	case c == '-':
		p.i++
		f := p.unary()
		return func(s *sheet) (float64, error) { v, err := f(s); return -v, err }
	case c == '(':
		p.i++
		f := p.binary(1)
		if p.peek() != ')' {
			p.fail()
		}
		p.i++
		return f
	case '0' <= c && c <= '9':
		start := p.i
		for p.i < len(p.s) && strings.IndexByte("0123456789.", p.s[p.i]) >= 0 {
			p.i++
		}
		v, err := strconv.ParseFloat(p.s[start:p.i], 64)
		return func(*sheet) (float64, error) { return v, err }
	case strings.HasPrefix(p.s[p.i:], "sum("), strings.HasPrefix(p.s[p.i:], "max("):
		name := p.s[p.i : p.i+3]
		p.i += 4
		from := p.ref()
		if p.peek() != ':' {
			p.fail()
		}
		p.i++
		to := p.ref()
		if p.peek() != ')' {
			p.fail()
		}
		p.i++
		var list []ref
		for c := from.col; c <= to.col; c++ {
			for r := from.row; r <= to.row; r++ {
				list = append(list, ref{c, r})
			}
		}
		p.deps = append(p.deps, list...)
		return func(s *sheet) (total float64, err error) {
			for i, r := range list {
				v, err := s.get(r)
				switch {
				case err != nil:
					return 0, err
				case name == "sum":
					total += v
				case i == 0 || v > total:
					total = v
				}
			}
			return
		}
	}
	r := p.ref()
	p.deps = append(p.deps, r)
	return func(s *sheet) (float64, error) { return s.get(r) }
}

func parse(s string) (f formula, deps []ref, err error) {
	p := &parser{s: s}
	defer func() {
		if r := recover(); r != nil {
			var ok bool
			if err, ok = r.(*syntaxError); !ok {
				panic(r)
			}
		}
	}()
	f = p.binary(1)
	if p.peek() != 0 {
		p.fail()
	}
	return f, p.deps, nil
}

func (s *sheet) set(at, text string) {
	p := &parser{s: at}
	r := p.ref()
	c := &cell{text: text}
	if old := s.cells[r]; old != nil {
		for _, d := range old.deps {
			delete(s.users[d], r)
		}
	}
	c.f, c.deps, c.err = parse(text)
	s.cells[r] = c
	for _, d := range c.deps {
		if s.users[d] == nil {
			s.users[d] = map[ref]bool{}
		}
		s.users[d][r] = true
	}
	var spoil func(ref)
	spoil = func(r ref) {
		for u := range s.users[r] {
			if c := s.cells[u]; c.state == clean {
				c.state = dirty
				spoil(u)
			}
		}
	}
	spoil(r)
}

func (s *sheet) get(r ref) (float64, error) {
	c := s.cells[r]
	if c == nil || c.f == nil {
		if c != nil {
			return 0, fmt.Errorf("%v: %w", r, c.err)
		}
		return 0, nil
	}
	switch c.state {
	case busy:
		return 0, fmt.Errorf("%v: %w", r, errCycle)
	case dirty:
		c.state = busy
		c.visits++
		c.value, c.err = c.f(s)
		c.state = clean
	}
	return c.value, c.err
}

func (s *sheet) show() {
	order := slices.SortedFunc(maps.Keys(s.cells), func(a, b ref) int {
		return strings.Compare(a.String(), b.String())
	})
	for _, r := range order {
		v, err := s.get(r)
		var syn *syntaxError
		switch {
		case errors.As(err, &syn):
			fmt.Printf("%v: syntax at %d; ", r, syn.at)
		case errors.Is(err, errCycle):
			fmt.Printf("%v: in a cycle; ", r)
		case err != nil:
			fmt.Printf("%v: %v; ", r, err)
		default:
			fmt.Printf("%v=%g(%d) ", r, v, s.cells[r].visits)
		}
	}
	fmt.Println()
}

func main() {
	s := &sheet{map[ref]*cell{}, map[ref]map[ref]bool{}}
	s.set("A1", "3")
	s.set("A2", "4.5")
	s.set("A3", "A1 + A2 * 2")
	s.set("B1", "(A3 - 1) / (A1 - 3)")
	s.set("B2", "2 ^ 3 ^ 2 - -A1")
	s.set("B3", "sum(A1:A3) + max(A1:B2)")
	s.show()
	s.set("A1", "1")
	s.show()
	s.set("A2", "A3")
	s.show()
	s.set("A2", "Z9")
	s.set("C1", "1 + * 2")
	s.set("C2", "C1 * 2")
	s.show()
	s.set("C1", "sum(A1:B3")
	s.set("C1", "sum(A1:B1) / 2")
	s.show()
	s.set("C2", "C2")
	s.show()
}

// Output:
// A1=3(1) A2=4.5(1) A3=12(1) B1: division by zero; B2=515(1) B3: division by zero;
// A1=1(1) A2=4.5(1) A3=10(2) B1=-4.5(2) B2=513(2) B3=528.5(2)
// A1=1(1) A2: in a cycle; A3: in a cycle; B1: in a cycle; B2=513(2) B3: in a cycle;
// A1=1(1) A2=0(1) A3=1(4) B1=-0(4) B2=513(2) B3=515(4) C1: syntax at 4; C2: syntax at 4;
// A1=1(1) A2=0(1) A3=1(4) B1=-0(4) B2=513(2) B3=515(4) C1=0.5(1) C2=1(2)
// A1=1(1) A2=0(1) A3=1(4) B1=-0(4) B2=513(2) B3=515(4) C1=0.5(1) C2: in a cycle;
