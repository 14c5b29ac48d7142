package xml

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stop ends the reading of a token; the decoder's err says why.
type stop struct{}

func (d *Decoder) fail(msg string) {
	d.err = d.syntaxError(msg)
	panic(stop{})
}

// get is the next byte, false at the end or after an error.
func (d *Decoder) get() (byte, bool) {
	if d.err != nil {
		return 0, false
	}
	b := byte(d.back)
	if d.back >= 0 {
		d.back = -1
	} else {
		if b, d.err = d.in.ReadByte(); d.err != nil {
			return 0, false
		}
		if d.saved != nil {
			d.saved.WriteByte(b)
		}
	}
	d.offset++
	if b == '\n' {
		d.line++
		d.begin = d.offset
	}
	return b, true
}

// must is the next byte; there has to be one.
func (d *Decoder) must() byte {
	b, ok := d.get()
	if !ok {
		if d.err == io.EOF {
			d.err = d.syntaxError("unexpected EOF")
		}
		panic(stop{})
	}
	return b
}

func (d *Decoder) unget(b byte) {
	if b == '\n' {
		d.line--
	}
	d.back = int(b)
	d.offset--
}

// savedLen is how much of the input was saved and is used up.
func (d *Decoder) savedLen() int {
	n := d.saved.Len()
	if d.back >= 0 {
		n--
	}
	return n
}

func (d *Decoder) blanks() {
	for {
		b, ok := d.get()
		if !ok {
			return
		}
		if b != ' ' && b != '\t' && b != '\n' && b != '\r' {
			d.unget(b)
			return
		}
	}
}

// readName adds a name to the buffer; false if there is none.
func (d *Decoder) readName() bool {
	for n := 0; ; n++ {
		b := d.must()
		if b < utf8.RuneSelf && !isNameByte(b) {
			d.unget(b)
			return n > 0
		}
		d.buf.WriteByte(b)
	}
}

// name is a name; without one it fails and says what was expected.
func (d *Decoder) name(expected string) string {
	d.buf.Reset()
	if !d.readName() {
		d.fail(expected)
	}
	s := d.buf.String()
	if !isName(s) {
		d.fail("invalid XML name: " + s)
	}
	return s
}

// prefixed is a name with a prefix perhaps.
func (d *Decoder) prefixed(expected string) Name {
	s := d.name(expected)
	switch prefix, local, ok := strings.Cut(s, ":"); {
	case strings.Contains(local, ":"):
		d.fail(expected)
	case ok && prefix != "" && local != "":
		return Name{prefix, local}
	}
	return Name{"", s}
}

// raw is the next token, without checks between tokens.
func (d *Decoder) raw() (t Token, err error) {
	if d.source != nil {
		return d.source.Token()
	}
	if d.err != nil {
		return nil, d.err
	}
	if d.closing != nil {
		name := *d.closing
		d.closing = nil
		return EndElement{name}, nil
	}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case stop:
			t, err = nil, d.err
		default:
			panic(r)
		}
	}()
	b, ok := d.get()
	if !ok {
		return nil, d.err
	}
	if b != '<' {
		d.unget(b)
		return CharData(d.text(-1, false)), nil
	}
	switch b = d.must(); b {
	case '/':
		name := d.prefixed("expected element name after </")
		d.blanks()
		if d.must() != '>' {
			d.fail("invalid characters between </" + name.Local + " and >")
		}
		return EndElement{name}, nil
	case '?':
		return d.instruction(), nil
	case '!':
		return d.declaration(), nil
	}
	d.unget(b)
	return d.element(), nil
}

// until reads up to the text that ends something, and leaves that out.
func (d *Decoder) until(last string) []byte {
	d.buf.Reset()
	for {
		d.buf.WriteByte(d.must())
		if b := d.buf.Bytes(); len(b) >= len(last) && string(b[len(b)-len(last):]) == last {
			return b[:len(b)-len(last)]
		}
	}
}

func (d *Decoder) instruction() Token {
	target := d.name("expected target name after <?")
	d.blanks()
	inst := d.until("?>")
	if target == "xml" {
		if v := parameter("version", string(inst)); v != "" && v != "1.0" {
			d.err = fmt.Errorf("xml: unsupported version %q; only version 1.0 is supported", v)
			panic(stop{})
		}
		if enc := parameter("encoding", string(inst)); enc != "" && !strings.EqualFold(enc, "utf-8") {
			d.switchTo(enc)
		}
	}
	return ProcInst{target, inst}
}

// switchTo goes on reading in another encoding.
func (d *Decoder) switchTo(enc string) {
	if d.CharsetReader == nil {
		d.err = fmt.Errorf("xml: encoding %q declared but Decoder.CharsetReader is nil", enc)
		panic(stop{})
	}
	r, err := d.CharsetReader(enc, d.in.(io.Reader))
	if err != nil {
		d.err = fmt.Errorf("xml: opening charset %q: %w", enc, err)
		panic(stop{})
	}
	if r == nil {
		panic("CharsetReader returned a nil Reader for charset " + enc)
	}
	d.readFrom(r)
}

// parameter is the value of name="value" in s.
func parameter(name, s string) string {
	for {
		_, rest, ok := strings.Cut(s, name+"=")
		if !ok || rest == "" {
			return ""
		}
		if quote := rest[0]; quote == '"' || quote == '\'' {
			value, _, ok := strings.Cut(rest[1:], string(rune(quote)))
			if !ok {
				return ""
			}
			return value
		}
		s = rest
	}
}

// declaration reads what follows <!: a comment, CDATA, or a directive.
func (d *Decoder) declaration() Token {
	b := d.must()
	switch b {
	case '-':
		if d.must() != '-' {
			d.fail("invalid sequence <!- not part of <!--")
		}
		text := d.until("--")
		if d.must() != '>' {
			d.fail(`invalid sequence "--" not allowed in comments`)
		}
		return Comment(text)
	case '[':
		for _, want := range []byte("CDATA[") {
			if d.must() != want {
				d.fail("invalid <![ sequence")
			}
		}
		return CharData(d.text(-1, true))
	}
	d.buf.Reset()
	d.buf.WriteByte(b)
	quote, depth := byte(0), 0
	for {
		b := d.must()
		if quote == 0 && depth == 0 && b == '>' {
			return Directive(d.buf.Bytes())
		}
		d.buf.WriteByte(b)
		switch {
		case b == quote:
			quote = 0
		case quote != 0:
		case b == '"' || b == '\'':
			quote = b
		case b == '>':
			depth--
		case b == '<':
			depth++
		case b == '-' && strings.HasSuffix(d.buf.String(), "<!--"):
			// A comment inside counts as a blank.
			depth--
			d.buf.Truncate(d.buf.Len() - len("<!--"))
			for last := ""; last != "-->"; {
				last += string(rune(d.must()))
				last = last[max(0, len(last)-3):]
			}
			d.buf.WriteByte(' ')
		}
	}
}

func (d *Decoder) element() Token {
	t := StartElement{d.prefixed("expected element name after <"), []Attr{}}
	for {
		d.blanks()
		switch b := d.must(); b {
		case '/':
			if d.must() != '>' {
				d.fail("expected /> in element")
			}
			name := t.Name
			d.closing = &name
			return t
		case '>':
			return t
		default:
			d.unget(b)
		}
		a := Attr{Name: d.prefixed("expected attribute name in element")}
		d.blanks()
		if b := d.must(); b == '=' {
			d.blanks()
			a.Value = d.attributeValue()
		} else if d.Strict {
			d.fail("attribute name without = in element")
		} else {
			d.unget(b)
			a.Value = a.Name.Local
		}
		t.Attr = append(t.Attr, a)
	}
}

func (d *Decoder) attributeValue() string {
	b := d.must()
	if b == '"' || b == '\'' {
		return string(d.text(int(b), false))
	}
	if d.Strict {
		d.fail("unquoted or missing attribute value in element")
	}
	d.buf.Reset()
	for b < utf8.RuneSelf && isNameByte(b) && b != '.' {
		d.buf.WriteByte(b)
		b = d.must()
	}
	d.unget(b)
	return d.buf.String()
}

// text reads up to a quote, the end of a CDATA section, or the next <.
func (d *Decoder) text(quote int, cdata bool) []byte {
	d.buf.Reset()
	brackets := 0 // before this byte
	var last byte
	for {
		b, ok := d.get()
		if !ok {
			if cdata && d.err == io.EOF {
				d.fail("unexpected EOF in CDATA section")
			} else if cdata {
				panic(stop{})
			}
			break
		}
		if b == '>' && brackets >= 2 && quote < 0 {
			if !cdata {
				d.fail("unescaped ]]> not in CDATA section")
			}
			d.buf.Truncate(d.buf.Len() - 2)
			break
		}
		if b == '<' && !cdata {
			if quote >= 0 {
				d.fail("unescaped < inside quoted string")
			}
			d.unget(b)
			break
		}
		if int(b) == quote {
			break
		}
		if b == '&' && !cdata {
			d.entity()
			brackets, last = 0, 0
			continue
		}
		if b == ']' {
			brackets++
		} else {
			brackets = 0
		}
		// Every kind of line end becomes one newline.
		switch {
		case b == '\r':
			d.buf.WriteByte('\n')
		case b == '\n' && last == '\r':
		default:
			d.buf.WriteByte(b)
		}
		last = b
	}
	for rest := d.buf.Bytes(); len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 {
			d.fail("invalid UTF-8")
		}
		if !legal(r) {
			d.fail(fmt.Sprintf("illegal character code %U", r))
		}
		rest = rest[n:]
	}
	if d.buf.Len() == 0 {
		return []byte{}
	}
	return d.buf.Bytes()
}

var entities = map[string]string{"lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": `"`}

// entity reads what follows an &, and adds what it stands for to the buffer.
func (d *Decoder) entity() {
	start := d.buf.Len()
	d.buf.WriteByte('&')
	text, known := "", false
	b := d.must()
	if b == '#' {
		d.buf.WriteByte(b)
		base := 10
		if b = d.must(); b == 'x' {
			base = 16
			d.buf.WriteByte(b)
			b = d.must()
		}
		digits := d.buf.Len()
		for '0' <= b && b <= '9' || base == 16 && ('a' <= b|0x20 && b|0x20 <= 'f') {
			d.buf.WriteByte(b)
			b = d.must()
		}
		n, err := strconv.ParseUint(string(d.buf.Bytes()[digits:]), base, 64)
		if known = b == ';' && err == nil && n <= unicode.MaxRune; known {
			text = string(rune(n))
		}
	} else {
		d.unget(b)
		d.readName()
		name := string(d.buf.Bytes()[start+1:])
		if b = d.must(); b == ';' && isName(name) {
			if text, known = entities[name]; !known {
				text, known = d.Entity[name]
			}
		}
	}
	if b == ';' {
		d.buf.WriteByte(b)
	} else {
		d.unget(b)
	}
	switch {
	case known:
		d.buf.Truncate(start)
		d.buf.WriteString(text)
	case d.Strict:
		s := string(d.buf.Bytes()[start:])
		if !strings.HasSuffix(s, ";") {
			s += " (no semicolon)"
		}
		d.fail("invalid character entity " + s)
	}
}
