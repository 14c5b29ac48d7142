package fmt

import (
	"internal/rt"
	"unicode/utf8"
)

// printer is the state of one call of Printf, and the State of the Formatters it calls.
type printer struct {
	buf       []byte
	arg       any
	flags     uint
	wid       int // -1 if there is none
	prec      int
	panicking bool // printing the value of a panic in a method
	erroring  bool // printing the operand of a bad verb
	wrap      bool // in Errorf: %w is a verb
	wrapped   []int
}

func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

func (p *printer) Width() (wid int, ok bool) { return present(p.wid) }

func (p *printer) Precision() (prec int, ok bool) { return present(p.prec) }

func present(n int) (int, bool) {
	if n < 0 {
		return 0, false
	}
	return n, true
}

func (p *printer) Flag(c int) bool {
	switch c {
	case '+':
		return p.flags&(rt.Plus|rt.PlusV) != 0
	case '-':
		return p.flags&rt.Minus != 0
	case '#':
		return p.flags&(rt.Sharp|rt.SharpV) != 0
	case ' ':
		return p.flags&rt.Space != 0
	case '0':
		return p.flags&rt.Zero != 0
	}
	return false
}

func (p *printer) str(s string) { p.buf = append(p.buf, s...) }

// plain appends v without calling any method of it.
func (p *printer) plain(v any, verb rune, depth int) {
	p.buf, _ = rt.AppendValue(p.buf, v, verb, p.flags|rt.Plain, p.wid, p.prec, depth)
}

// operand prints an operand of Printf or Print.
func (p *printer) operand(arg any, verb rune) {
	p.arg = arg
	if verb == 'p' {
		if is, _, _, _, _ := rt.Reflected(arg); is {
			p.badVerb(verb)
			return
		}
	}
	if arg == nil || verb == 'T' || verb == 'p' {
		p.plain(arg, verb, 0)
		return
	}
	if b, ok := arg.([]byte); ok {
		p.plain(b, verb, 0)
		return
	}
	if verb != 'w' && !p.erroring {
		var ok bool
		if p.buf, ok = rt.AppendValue(p.buf, arg, verb, p.flags, p.wid, p.prec, 0); ok {
			return
		}
	}
	if is, held, valid, open, iface := rt.Reflected(arg); is {
		p.reflected(held, verb, valid, open, iface)
		return
	}
	if !p.methods(verb) {
		p.value(arg, verb, 0, 0)
	}
}

// reflected prints what a reflect.Value holds.
func (p *printer) reflected(held any, verb rune, valid, open, iface bool) {
	if !valid {
		p.str("<invalid reflect.Value>")
		return
	}
	p.arg = held
	if open && held != nil && p.methods(verb) {
		return
	}
	depth, via := 0, 0
	if iface {
		depth = 1
	}
	if !open {
		via = viaField
	}
	p.value(held, verb, depth, via)
}

func (p *printer) badVerb(verb rune) {
	p.erroring = true
	p.str("%!")
	p.str(string(verb))
	p.str("(")
	if p.arg == nil {
		p.str("<nil>")
	} else {
		p.str(rt.TypeString(p.arg))
		p.str("=")
		p.operand(p.arg, 'v')
	}
	p.str(")")
	p.erroring = false
}

// methods prints p.arg by its own method, if it has one for the verb.
func (p *printer) methods(verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wrap {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		handled = true
		defer p.catch(p.arg, verb, "Format")
		f.Format(p, verb)
		return
	}
	if p.flags&rt.SharpV != 0 {
		if g, ok := p.arg.(GoStringer); ok {
			handled = true
			defer p.catch(p.arg, verb, "GoString")
			s := g.GoString()
			flags := p.flags
			p.flags &^= rt.SharpV | rt.PlusV
			p.plain(s, 's', 0)
			p.flags = flags
		}
		return handled
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			handled = true
			defer p.catch(p.arg, verb, "Error")
			p.plain(v.Error(), verb, 0)
		case Stringer:
			handled = true
			defer p.catch(p.arg, verb, "String")
			p.plain(v.String(), verb, 0)
		}
	}
	return handled
}

// catch prints a panic of the method that was called, <nil> if it is that of a nil pointer.
func (p *printer) catch(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if rt.Kind(arg) == rt.Pointer && rt.IsNil(arg) {
		p.str("<nil>")
		return
	}
	if p.panicking {
		panic(err)
	}
	flags, wid, prec := p.flags, p.wid, p.prec
	p.flags, p.wid, p.prec = 0, -1, -1
	p.str("%!")
	p.str(string(verb))
	p.str("(PANIC=" + method + " method: ")
	p.panicking = true
	p.operand(err, 'v')
	p.panicking = false
	p.str(")")
	p.flags, p.wid, p.prec = flags, wid, prec
}

// How a value was reached: through an unexported embedded field, or any other unexported field. No methods of
// such a value are called; the exported fields of an unexported embedded struct are free again.
const (
	viaEmbedded = 1
	viaField    = 2
)

// value prints what operand left: v, or a part of it, that has no method for the verb but may have one inside.
func (p *printer) value(v any, verb rune, depth int, via int) {
	if v == nil {
		p.str("<nil>")
		return
	}
	if via == viaField || p.erroring {
		p.plain(v, verb, depth)
		return
	}
	if depth > 0 && via == 0 {
		var ok bool
		if p.buf, ok = rt.AppendValue(p.buf, v, verb, p.flags, p.wid, p.prec, depth); ok {
			return
		}
		p.arg = v
		if p.methods(verb) {
			return
		}
	}
	if via != 0 {
		via = viaField
	}
	sharp := p.flags&rt.SharpV != 0
	switch rt.Kind(v) {
	case rt.Map:
		if sharp {
			p.str(rt.TypeString(v))
			if rt.IsNil(v) {
				p.str("(nil)")
				return
			}
			p.str("{")
		} else {
			p.str("map[")
		}
		keys, values := rt.MapEntries(v)
		keyType := ""
		if sharp {
			keyType = rt.KeyTypeString(v)
		}
		for i := range keys {
			p.separate(i, sharp)
			p.part(keys[i], verb, depth+1, via, keyType, nil)
			p.str(":")
			p.part(values[i], verb, depth+1, via, "", v)
		}
		if sharp {
			p.str("}")
		} else {
			p.str("]")
		}
	case rt.Struct:
		if sharp {
			p.str(rt.TypeString(v))
		}
		p.str("{")
		for i := range rt.NumField(v) {
			p.separate(i, sharp)
			name, typ, _, exported, embedded := rt.FieldInfo(v, i)
			if sharp || p.flags&rt.PlusV != 0 {
				p.str(name)
				p.str(":")
			}
			field := 0
			if !exported {
				field = viaField
				if embedded {
					field = viaEmbedded
				}
			}
			p.part(rt.Field(v, i), verb, depth+1, field, typ, nil)
		}
		p.str("}")
	case rt.Array, rt.Slice:
		if rt.ElemKind(v) == rt.Uint8 && (verb == 's' || verb == 'q' || verb == 'x' || verb == 'X') {
			p.plain(v, verb, depth)
			return
		}
		if sharp {
			p.str(rt.TypeString(v))
			if rt.Kind(v) == rt.Slice && rt.IsNil(v) {
				p.str("(nil)")
				return
			}
			p.str("{")
		} else {
			p.str("[")
		}
		for i := range rt.Len(v) {
			p.separate(i, sharp)
			p.part(rt.Index(v, i), verb, depth+1, via, "", v)
		}
		if sharp {
			p.str("}")
		} else {
			p.str("]")
		}
	case rt.Pointer:
		if depth == 0 && !rt.IsNil(v) {
			switch rt.ElemKind(v) {
			case rt.Array, rt.Slice, rt.Struct, rt.Map:
				p.str("&")
				p.value(rt.Elem(v), verb, depth+1, via)
				return
			}
		}
		p.plain(v, verb, depth)
	default:
		p.plain(v, verb, depth)
	}
}

// part prints a part of a value; typ, or the element type of in, is its static type.
func (p *printer) part(v any, verb rune, depth, via int, typ string, in any) {
	if v == nil && p.flags&rt.SharpV != 0 {
		if typ == "" {
			typ = rt.ElemTypeString(in)
		}
		p.str(typ)
		p.str("(nil)")
		return
	}
	p.value(v, verb, depth, via)
}

func (p *printer) separate(i int, sharp bool) {
	if i == 0 {
		return
	}
	if sharp {
		p.str(", ")
	} else {
		p.str(" ")
	}
}

// tooLarge is beyond what a width may be.
func tooLarge(n int) bool { return n > 1e6 || n < -1e6 }

// number parses a decimal number at s[i:].
func number(s string, i int) (n int, ok bool, next int) {
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		if tooLarge(n) {
			return 0, false, len(s)
		}
		n = n*10 + int(s[i]-'0')
		ok = true
		i++
	}
	return n, ok, i
}

// operandNumbers keeps track of which operand is next.
type operandNumbers struct {
	next      int
	reordered bool // some directive chose one by number
	good      bool // this directive's number was valid
}

// choose takes [n] at format[i:], if it is there.
func (o *operandNumbers) choose(format string, i, count int) (next int, found bool) {
	if i >= len(format) || format[i] != '[' {
		return i, false
	}
	o.reordered = true
	if len(format)-i < 3 { // too little for a number in brackets
		o.good = false
		return i + 1, false
	}
	for j := i + 1; j < len(format); j++ {
		if format[j] != ']' {
			continue
		}
		n, ok, end := number(format[:j], i+1)
		if !ok || end != j || n < 1 || n > count {
			o.good = false
			return j + 1, ok && end == j
		}
		o.next = n - 1
		return j + 1, true
	}
	o.good = false
	return i + 1, false
}

// star takes the width or precision from an operand.
func (o *operandNumbers) star(a []any) (n int, ok bool) {
	if o.next >= len(a) {
		return 0, false
	}
	switch v := a[o.next].(type) {
	case int:
		n, ok = v, true
	default:
		n, ok = starOf(v)
	}
	o.next++
	if tooLarge(n) {
		return 0, false
	}
	return n, ok
}

func starOf(v any) (int, bool) {
	k := rt.Kind(v)
	if k < rt.Int || k > rt.Uintptr {
		return 0, false
	}
	b, _ := rt.AppendValue(nil, v, 'd', rt.Plain, -1, -1, 0)
	neg := len(b) > 0 && b[0] == '-'
	if neg {
		b = b[1:]
	}
	n, ok, end := number(string(b), 0)
	if neg {
		n = -n
	}
	return n, ok && end == len(b)
}

// format interprets format from pos on.
func (p *printer) format(format string, pos int, a []any, arg int) {
	o := operandNumbers{next: arg}
	for end := len(format); pos < end; {
		o.good = true
		if !o.reordered {
			p.buf, pos, o.next = rt.AppendFormat(p.buf, format, pos, a, o.next)
		}
		from := pos
		for pos < end && format[pos] != '%' {
			pos++
		}
		p.buf = append(p.buf, format[from:pos]...)
		if pos >= end {
			break
		}
		pos = p.directive(format, pos+1, a, &o)
	}
	if !o.reordered && o.next < len(a) {
		p.flags, p.wid, p.prec = 0, -1, -1
		p.str("%!(EXTRA ")
		for i, v := range a[o.next:] {
			if i > 0 {
				p.str(", ")
			}
			if v == nil {
				p.str("<nil>")
			} else {
				p.str(rt.TypeString(v))
				p.str("=")
				p.operand(v, 'v')
			}
		}
		p.str(")")
	}
}

// directive does one verb; pos is after its %.
func (p *printer) directive(format string, pos int, a []any, o *operandNumbers) int {
	end := len(format)
	p.flags, p.wid, p.prec = 0, -1, -1
flags:
	for ; pos < end; pos++ {
		switch format[pos] {
		case '#':
			p.flags |= rt.Sharp
		case '0':
			p.flags |= rt.Zero
		case '+':
			p.flags |= rt.Plus
		case '-':
			p.flags |= rt.Minus
		case ' ':
			p.flags |= rt.Space
		default:
			break flags
		}
	}
	pos, chosen := o.choose(format, pos, len(a))
	var ok bool
	var n int
	if pos < end && format[pos] == '*' {
		pos++
		if n, ok = o.star(a); !ok {
			p.str("%!(BADWIDTH)")
		} else if n < 0 {
			n = -n
			p.flags = p.flags&^rt.Zero | rt.Minus
		}
		if ok {
			p.wid = n
		}
		chosen = false
	} else {
		n, ok, pos = number(format, pos)
		if ok {
			p.wid = n
			if chosen {
				o.good = false
			}
		}
	}
	if pos+1 < end && format[pos] == '.' {
		pos++
		if chosen {
			o.good = false
		}
		pos, chosen = o.choose(format, pos, len(a))
		if pos < end && format[pos] == '*' {
			pos++
			if n, ok = o.star(a); !ok {
				p.str("%!(BADPREC)")
			} else if n >= 0 {
				p.prec = n
			} else {
				p.str("%!(BADPREC)")
			}
			chosen = false
		} else {
			p.prec, _, pos = number(format, pos)
		}
	}
	if !chosen {
		pos, chosen = o.choose(format, pos, len(a))
	}
	if pos >= end {
		p.str("%!(NOVERB)")
		return pos
	}
	verb, size := rune(format[pos]), 1
	if verb >= utf8.RuneSelf {
		verb, size = utf8.DecodeRuneInString(format[pos:])
	}
	pos += size
	switch {
	case verb == '%':
		p.str("%")
		return pos
	case !o.good:
		p.str("%!" + string(verb) + "(BADINDEX)")
		return pos
	case o.next >= len(a):
		p.str("%!" + string(verb) + "(MISSING)")
		return pos
	case verb == 'w' || verb == 'v':
		if verb == 'w' {
			p.wrapped = append(p.wrapped, o.next)
		}
		if p.flags&rt.Sharp != 0 {
			p.flags = p.flags&^rt.Sharp | rt.SharpV
		}
		if p.flags&rt.Plus != 0 {
			p.flags = p.flags&^rt.Plus | rt.PlusV
		}
	}
	p.operand(a[o.next], verb)
	o.next++
	return pos
}
