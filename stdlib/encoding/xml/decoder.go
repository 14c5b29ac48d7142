package xml

import (
	"bufio"
	"bytes"
	"errors"
	"html"
	"io"
	"strings"
)

// A Decoder reads tokens, or elements as values.
type Decoder struct {
	Strict        bool     // false accepts much that is wrong
	AutoClose     []string // elements that are ended by whatever follows, if not Strict
	Entity        map[string]string
	CharsetReader func(charset string, input io.Reader) (io.Reader, error)
	DefaultSpace  string // of elements without one

	source TokenReader // instead of an input
	in     io.ByteReader
	back   int // a byte to be read again, or -1
	line   int
	begin  int64 // of the line
	offset int64
	saved  *bytes.Buffer // what was read, if somebody wants it
	buf    bytes.Buffer
	err    error

	spaces  map[string]string // URLs by prefix
	open    []element
	floor   int   // depth at which an UnmarshalXML sees the end; -1 outside
	pending Token // comes next
	closing *Name // an end that comes next: of an empty element, or one that closed another
}

// An element is open; outer is what its name spaces hide.
type element struct {
	name  Name
	outer []binding
}

type binding struct {
	prefix, url string
	known       bool
}

// NewDecoder reads from r.
func NewDecoder(r io.Reader) *Decoder {
	d := &Decoder{Strict: true, line: 1, back: -1, floor: -1, spaces: map[string]string{}}
	d.readFrom(r)
	return d
}

// NewTokenDecoder takes tokens from another reader, and gives them the checks and name spaces of a Decoder.
func NewTokenDecoder(t TokenReader) *Decoder {
	if d, ok := t.(*Decoder); ok {
		return d
	}
	d := NewDecoder(strings.NewReader(""))
	d.source = t
	return d
}

func (d *Decoder) readFrom(r io.Reader) {
	if b, ok := r.(io.ByteReader); ok {
		d.in = b
	} else {
		d.in = bufio.NewReader(r)
	}
}

func (d *Decoder) syntaxError(msg string) error { return &SyntaxError{msg, d.line} }

// InputOffset is how many bytes belong to the tokens so far.
func (d *Decoder) InputOffset() int64 { return d.offset }

// InputPos is the line and the column in bytes where the last token ended.
func (d *Decoder) InputPos() (line, column int) { return d.line, int(d.offset-d.begin) + 1 }

// Token is the next token. Names have their name space's URL, and elements end in the order in which they began. At the end of
// the input it answers io.EOF.
func (d *Decoder) Token() (Token, error) {
	if d.floor >= 0 && len(d.open) == d.floor {
		return nil, io.EOF
	}
	t := d.pending
	d.pending = nil
	if t == nil {
		var err error
		t, err = d.raw()
		if t == nil && err != nil {
			if err == io.EOF && len(d.open) > 0 {
				err = d.syntaxError("unexpected EOF")
			}
			return nil, err
		}
	}
	if !d.Strict {
		if end := d.autoClosed(t); end != nil {
			d.pending, t = t, *end
		}
	}
	switch t := t.(type) {
	case StartElement:
		d.start(&t)
		return t, nil
	case EndElement:
		if err := d.end(&t); err != nil {
			d.err = err
			return nil, err
		}
		return t, nil
	}
	return t, nil
}

func (d *Decoder) start(t *StartElement) {
	e := element{name: t.Name}
	for _, a := range t.Attr {
		prefix := a.Name.Local
		switch {
		case a.Name.Space == xmlnsPrefix:
		case a.Name == Name{"", xmlnsPrefix}:
			prefix = ""
		default:
			continue
		}
		url, known := d.spaces[prefix]
		e.outer = append(e.outer, binding{prefix, url, known})
		d.spaces[prefix] = a.Value
	}
	d.open = append(d.open, e)
	d.resolve(&t.Name, true)
	for i := range t.Attr {
		d.resolve(&t.Attr[i].Name, false)
	}
}

// resolve replaces a prefix by its URL.
func (d *Decoder) resolve(n *Name, element bool) {
	switch n.Space {
	case xmlnsPrefix:
		return
	case xmlPrefix:
		n.Space = xmlURL
		return
	case "":
		if !element || n.Local == xmlnsPrefix {
			return
		}
	}
	if url, ok := d.spaces[n.Space]; ok {
		n.Space = url
	} else if n.Space == "" {
		n.Space = d.DefaultSpace
	}
}

func (d *Decoder) end(t *EndElement) error {
	name := t.Name
	if len(d.open) == 0 {
		return d.syntaxError("unexpected end element </" + name.Local + ">")
	}
	top := d.open[len(d.open)-1]
	switch {
	case top.name.Local != name.Local && !d.Strict:
		d.closing = &name
		t.Name = top.name
		d.open = d.open[:len(d.open)-1]
		return nil
	case top.name.Local != name.Local:
		return d.syntaxError("element <" + top.name.Local + "> closed by </" + name.Local + ">")
	case top.name.Space != name.Space:
		space := name.Space
		if space == "" {
			space = `""`
		}
		return d.syntaxError("element <" + name.Local + "> in space " + top.name.Space + " closed by </" + name.Local + "> in space " + space)
	}
	d.open = d.open[:len(d.open)-1]
	d.resolve(&t.Name, true)
	for i := len(top.outer) - 1; i >= 0; i-- {
		if b := top.outer[i]; b.known {
			d.spaces[b.prefix] = b.url
		} else {
			delete(d.spaces, b.prefix)
		}
	}
	return nil
}

// autoClosed is the end of the open element, if it is one that t ends without saying so.
func (d *Decoder) autoClosed(t Token) *EndElement {
	if len(d.open) == 0 {
		return nil
	}
	top := d.open[len(d.open)-1].name
	for _, name := range d.AutoClose {
		if strings.EqualFold(name, top.Local) {
			if e, ok := t.(EndElement); ok && strings.EqualFold(e.Name.Local, top.Local) {
				return nil
			}
			return &EndElement{top}
		}
	}
	return nil
}

// RawToken is the next token as it stands there: nothing is checked, and names have prefixes.
func (d *Decoder) RawToken() (Token, error) {
	if d.floor >= 0 {
		return nil, errors.New("xml: cannot use RawToken from UnmarshalXML method")
	}
	return d.raw()
}

// Skip reads up to the end of the element whose beginning was read last.
func (d *Decoder) Skip() error {
	for depth := 0; depth >= 0; {
		t, err := d.Token()
		if err != nil {
			return err
		}
		switch t.(type) {
		case StartElement:
			depth++
		case EndElement:
			depth--
		}
	}
	return nil
}

// HTMLEntity are the names of HTML's characters, for Decoder.Entity.
var HTMLEntity = func() map[string]string {
	m := make(map[string]string)
	for name := range strings.FieldsSeq(htmlNames) {
		m[name] = html.UnescapeString("&" + name + ";")
	}
	return m
}()

// HTMLAutoClose are HTML's empty elements, for Decoder.AutoClose.
var HTMLAutoClose = []string{"basefont", "br", "area", "link", "img", "param", "hr", "input", "col", "frame", "isindex", "base", "meta"}
