// Package prompt shows the values of expressions that are typed at the prompt. The compiler calls Value and Text.
package prompt

import (
	"internal/rt"
	"internal/stdio"
)

const (
	maxDepth = 12       // deeper values are elided
	maxElems = 100      // so many elements of a slice, array or map are shown
	maxBytes = 64 << 10 // nothing is begun after so many bytes
)

type stringer interface{ String() string }

// Bits of style.
const (
	color    = 1 << iota // the type is dimmed
	concrete             // the static type is no interface: it is that of the value
	untitled             // the type is left out
)

// Value prints a value and its static type.
func Value(v any, typ string, style int) {
	p := printer{}
	if style&concrete != 0 {
		p.static = typ
	}
	if n, ok := v.(rune); ok && typ == "rune" {
		p.plain(n, 'd')
		p.str(" ")
		p.plain(n, 'q')
	} else {
		p.value(v, 0, false)
	}
	p.finish(typ, style)
}

// Text prints a value that is known before the program runs, and its type.
func Text(text, typ string, style int) {
	p := printer{}
	p.str(text)
	p.finish(typ, style)
}

type printer struct {
	buf    []byte
	static string // the type of the outermost value as the compiler writes it, if that is known
}

func (p *printer) finish(typ string, style int) {
	if style&untitled != 0 {
		p.str("\n")
	} else if style&color != 0 {
		p.str(" \x1b[2m" + typ + "\x1b[0m\n")
	} else {
		p.str(" " + typ + "\n")
	}
	stdio.Print(p.buf)
}

func (p *printer) str(s string) { p.buf = append(p.buf, s...) }

func (p *printer) plain(v any, verb rune) {
	p.buf, _ = rt.AppendValue(p.buf, v, verb, rt.Plain, -1, -1, 1)
}

// own prints v as its Error or String method says, if it has one that returns.
func (p *printer) own(v any) (done bool) {
	mark := len(p.buf)
	defer func() {
		if recover() != nil {
			p.buf = p.buf[:mark]
			done = false
		}
	}()
	switch x := v.(type) {
	case error:
		p.str(x.Error())
		return true
	case stringer:
		p.str(x.String())
		return true
	}
	return false
}

// value prints v. If bare, the type of a composite is known from what is around it.
func (p *printer) value(v any, depth int, bare bool) {
	if v == nil {
		p.str("<nil>")
		return
	}
	kind := rt.Kind(v)
	nillable := kind == rt.Pointer || kind == rt.Map || kind == rt.Slice || kind == rt.Func || kind == rt.Chan || kind == rt.UnsafePointer
	if nillable && rt.IsNil(v) {
		if kind == rt.Map || kind == rt.Slice {
			p.str(p.typeName(v, depth) + "(nil)")
		} else {
			p.str("<nil>")
		}
		return
	}
	if p.own(v) {
		return
	}
	if depth > maxDepth || len(p.buf) > maxBytes {
		p.str("...")
		return
	}
	switch kind {
	case rt.String:
		p.plain(v, 'q')
	case rt.Struct:
		p.open(v, depth, bare)
		for i := 0; i < rt.NumField(v); i++ {
			if i > 0 {
				p.str(", ")
			}
			name, _, _, _, _ := rt.FieldInfo(v, i)
			p.str(name + ": ")
			p.value(rt.Field(v, i), depth+1, false)
		}
		p.str("}")
	case rt.Slice, rt.Array:
		if text, ok := v.([]byte); ok && isText(text) {
			p.str("[]byte(")
			p.plain(string(text), 'q')
			p.str(")")
			return
		}
		p.list(v, depth, bare)
	case rt.Map:
		p.open(v, depth, bare)
		keys, values := rt.MapEntries(v)
		for i := range keys {
			if i == maxElems {
				p.more(len(keys))
				break
			}
			if i > 0 {
				p.str(", ")
			}
			p.value(keys[i], depth+1, p.known(keys[i], rt.KeyTypeString(v)))
			p.str(": ")
			p.value(values[i], depth+1, p.known(values[i], rt.ElemTypeString(v)))
		}
		p.str("}")
	case rt.Pointer:
		switch rt.ElemKind(v) {
		case rt.Struct, rt.Slice, rt.Array, rt.Map:
			if depth == 0 {
				p.str("&")
				p.value(rt.Elem(v), depth+1, false)
				return
			}
		}
		p.plain(v, 'p')
	case rt.Func, rt.Chan, rt.UnsafePointer:
		p.plain(v, 'p')
	default:
		p.plain(v, 'v')
	}
}

func (p *printer) list(v any, depth int, bare bool) {
	p.open(v, depth, bare)
	n := rt.Len(v)
	for i := 0; i < n; i++ {
		if i == maxElems {
			p.more(n)
			break
		}
		if i > 0 {
			p.str(", ")
		}
		e := rt.Index(v, i)
		p.value(e, depth+1, p.known(e, rt.ElemTypeString(v)))
	}
	p.str("}")
}

// typeName is v's type as it is written at the prompt.
func (p *printer) typeName(v any, depth int) string {
	if depth == 0 && p.static != "" {
		return p.static
	}
	return shortType(rt.TypeString(v))
}

func (p *printer) open(v any, depth int, bare bool) {
	if !bare {
		p.str(p.typeName(v, depth))
	}
	p.str("{")
}

func (p *printer) more(n int) {
	p.str(", ... ")
	p.plain(n-maxElems, 'd')
	p.str(" more")
}

// known reports whether the type of an element need not be written.
func (p *printer) known(v any, typ string) bool {
	return v != nil && rt.TypeString(v) == typ
}

// isText reports whether b is printable text.
func isText(b []byte) bool {
	for _, r := range string(b) {
		if r == 0xFFFD || r < ' ' && r != '\n' && r != '\t' && r != '\r' {
			return false
		}
	}
	return len(b) > 0
}

// shortType is a type's name without the package's name where that is main.
func shortType(name string) string {
	var out []byte
	word := false
	for i := 0; i < len(name); i++ {
		if !word && len(name)-i > 5 && name[i:i+5] == "main." {
			i += 4
			continue
		}
		if !word && len(name)-i >= 12 && name[i:i+12] == "interface {}" {
			out = append(out, "any"...)
			i += 11
			continue
		}
		c := name[i]
		word = c == '_' || c == '.' || c == '/' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
		if c == '.' && i+1 < len(name) && name[i+1] == '.' {
			word = false
		}
		out = append(out, c)
	}
	return string(out)
}
