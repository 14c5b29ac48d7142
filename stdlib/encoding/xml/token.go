// Package xml reads and writes XML 1.0 with name spaces, and Go values as XML.
package xml

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// A Name is a name with its name space: in tokens of Decoder.Token the URL, in those of RawToken the prefix.
type Name struct {
	Space, Local string
}

// An Attr is an attribute of an element.
type Attr struct {
	Name  Name
	Value string
}

// A Token is a StartElement, EndElement, CharData, Comment, ProcInst or Directive.
type Token any

// A StartElement begins an element.
type StartElement struct {
	Name Name
	Attr []Attr
}

// Copy is a copy that shares nothing.
func (e StartElement) Copy() StartElement {
	e.Attr = append([]Attr(nil), e.Attr...)
	return e
}

// End is the token that ends the element.
func (e StartElement) End() EndElement { return EndElement{e.Name} }

// An EndElement ends an element.
type EndElement struct {
	Name Name
}

// CharData is text, with entities replaced.
type CharData []byte

// Copy is a copy.
func (c CharData) Copy() CharData { return append(CharData(nil), c...) }

// A Comment is what stands between <!-- and -->.
type Comment []byte

// Copy is a copy.
func (c Comment) Copy() Comment { return append(Comment(nil), c...) }

// A ProcInst is <?target inst?>.
type ProcInst struct {
	Target string
	Inst   []byte
}

// Copy is a copy.
func (p ProcInst) Copy() ProcInst {
	p.Inst = append([]byte(nil), p.Inst...)
	return p
}

// A Directive is what stands between <! and >.
type Directive []byte

// Copy is a copy.
func (d Directive) Copy() Directive { return append(Directive(nil), d...) }

// CopyToken is a copy that later tokens do not change.
func CopyToken(t Token) Token {
	switch t := t.(type) {
	case StartElement:
		return t.Copy()
	case CharData:
		return t.Copy()
	case Comment:
		return t.Copy()
	case ProcInst:
		return t.Copy()
	case Directive:
		return t.Copy()
	}
	return t
}

// A TokenReader gives tokens; the last one may come with io.EOF.
type TokenReader interface {
	Token() (Token, error)
}

// A SyntaxError is what is wrong with an input, and the line.
type SyntaxError struct {
	Msg  string
	Line int
}

// Error says it.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("XML syntax error on line %d: %s", e.Line, e.Msg)
}

const (
	xmlURL      = "http://www.w3.org/XML/1998/namespace"
	xmlPrefix   = "xml"
	xmlnsPrefix = "xmlns"
)

// legal reports whether a character may occur in XML.
func legal(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return true
	case r < 0x20 || r == 0xfffe || r == 0xffff:
		return false
	}
	return utf8.ValidRune(r)
}

// isNameByte reports whether a byte below 0x80 may stand in a name.
func isNameByte(c byte) bool {
	return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '_' || c == ':' || c == '.' || c == '-'
}

func isName(s string) bool {
	for i, r := range s {
		begins := r == '_' || r == ':' || unicode.IsLetter(r)
		if r == utf8.RuneError || !begins && (i == 0 || r != '-' && r != '.' && r != 0xb7 && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)) {
			return false
		}
	}
	return s != ""
}
