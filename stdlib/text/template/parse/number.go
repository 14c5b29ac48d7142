package parse

import (
	"fmt"
	"strconv"
	"strings"
)

// NumberNode is a numeric constant, in all the types that can hold it.
type NumberNode struct {
	NodeType
	Pos
	tr         *Tree
	IsInt      bool // whether Int64 is the value
	IsUint     bool // and so on
	IsFloat    bool
	IsComplex  bool
	Int64      int64
	Uint64     uint64
	Float64    float64
	Complex128 complex128
	Text       string // as it was written
}

func (n *NumberNode) tree() *Tree    { return n.tr }
func (n *NumberNode) String() string { return n.Text }

func (n *NumberNode) Copy() Node {
	c := *n
	return &c
}

// number reads a numeric constant.
func (t *Tree) number(tok token) (*NumberNode, error) {
	n := &NumberNode{NodeType: NodeNumber, Pos: tok.pos, tr: t, Text: tok.text}
	imaginary, isImaginary := strings.CutSuffix(tok.text, "i")
	switch {
	case tok.kind == tokCharConst:
		quote := tok.text[0]
		r, _, rest, err := strconv.UnquoteChar(tok.text[1:], quote)
		if err != nil {
			return nil, err
		}
		if rest != string(quote) {
			return nil, fmt.Errorf("malformed character constant: %s", tok.text)
		}
		n.setInt(int64(r))
	case tok.kind == tokComplex:
		if _, err := fmt.Sscan(tok.text, &n.Complex128); err != nil {
			return nil, err
		}
		n.IsComplex = true
		n.simplify()
	case isImaginary:
		f, err := strconv.ParseFloat(imaginary, 64)
		if err != nil {
			break
		}
		n.IsComplex, n.Complex128 = true, complex(0, f)
		n.simplify()
		return n, nil
	default:
		if err := n.parseReal(); err != nil {
			return nil, err
		}
	}
	if !n.IsInt && !n.IsUint && !n.IsFloat && !n.IsComplex {
		return nil, fmt.Errorf("illegal number syntax: %q", tok.text)
	}
	return n, nil
}

// setInt gives it an integer's value in every type.
func (n *NumberNode) setInt(v int64) {
	n.IsInt, n.Int64 = true, v
	n.IsUint, n.Uint64 = v >= 0, uint64(v)
	n.IsFloat, n.Float64 = true, float64(v)
}

func (n *NumberNode) parseReal() error {
	if u, err := strconv.ParseUint(n.Text, 0, 64); err == nil {
		n.IsUint, n.Uint64 = true, u
		n.IsFloat, n.Float64 = true, float64(u)
	}
	if i, err := strconv.ParseInt(n.Text, 0, 64); err == nil {
		n.IsInt, n.Int64 = true, i
		n.IsFloat, n.Float64 = true, float64(i)
		if i == 0 {
			n.IsUint, n.Uint64 = true, 0 // -0
		}
	}
	if n.IsInt || n.IsUint {
		return nil
	}
	f, err := strconv.ParseFloat(n.Text, 64)
	if err != nil {
		return nil
	}
	// What has the form of an integer is none that is too large, but an error.
	if !strings.ContainsAny(n.Text, ".eEpP") {
		return fmt.Errorf("integer overflow: %q", n.Text)
	}
	n.IsFloat, n.Float64 = true, f
	n.whole()
	return nil
}

// whole sets the integers if the float is one.
func (n *NumberNode) whole() {
	if i := int64(n.Float64); float64(i) == n.Float64 {
		n.IsInt, n.Int64 = true, i
	}
	if u := uint64(n.Float64); float64(u) == n.Float64 {
		n.IsUint, n.Uint64 = true, u
	}
}

// simplify sets the real values if the complex one is real.
func (n *NumberNode) simplify() {
	if imag(n.Complex128) != 0 {
		return
	}
	n.IsFloat, n.Float64 = true, real(n.Complex128)
	n.whole()
}
