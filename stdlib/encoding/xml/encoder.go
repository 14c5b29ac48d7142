package xml

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strconv"
	"strings"
)

// An Encoder writes values and tokens.
type Encoder struct {
	w      *bufio.Writer
	tags   []Name // that are open; an empty one stands for a value that writes itself
	closed bool

	prefix, indent string
	depth          int
	started        bool // something was written on a line
	opened         bool // the last thing was a start

	// Prefixes of attributes.
	prefixOf map[string]string // by URL
	urlOf    map[string]string // by prefix
	prefixes []string          // in the order in which they were made; an empty one begins an element
	seq      int
}

// NewEncoder writes to w.
func NewEncoder(w io.Writer) *Encoder {
	return &Encoder{w: bufio.NewWriter(w), prefixOf: map[string]string{}, urlOf: map[string]string{}}
}

// Indent has each element begin on a line of its own, with prefix and as many indents as there are elements around it.
func (e *Encoder) Indent(prefix, indent string) { e.prefix, e.indent = prefix, indent }

// usable is an error once the encoder is closed.
func (e *Encoder) usable() error {
	if e.closed {
		return errors.New("use of closed Encoder")
	}
	_, err := e.w.Write(nil)
	return err
}

// Encode writes v.
func (e *Encoder) Encode(v any) error { return e.encode(v, nil) }

// EncodeElement writes v with another start.
func (e *Encoder) EncodeElement(v any, start StartElement) error { return e.encode(v, &start) }

func (e *Encoder) encode(v any, start *StartElement) error {
	err := e.value(reflect.ValueOf(v), nil, start)
	if err == nil {
		err = e.usable()
	}
	if err != nil {
		return err
	}
	return e.w.Flush()
}

// Flush writes what is buffered.
func (e *Encoder) Flush() error { return e.w.Flush() }

// Close flushes, and reports elements that were not ended.
func (e *Encoder) Close() error {
	if e.closed {
		return nil
	}
	e.closed = true
	if err := e.w.Flush(); err != nil {
		return err
	}
	if n := len(e.tags); n > 0 {
		return fmt.Errorf("unclosed tag <%s>", e.tags[n-1].Local)
	}
	return nil
}

// EncodeToken writes a token. Ends must belong to starts. Flush writes what is buffered.
func (e *Encoder) EncodeToken(t Token) error {
	switch t := t.(type) {
	case StartElement:
		if err := e.begin(&t); err != nil {
			return err
		}
	case EndElement:
		if err := e.finish(t.Name); err != nil {
			return err
		}
	case CharData:
		e.w.Write(escaped(t, false))
	case Comment:
		if bytes.Contains(t, []byte("-->")) {
			return fmt.Errorf("xml: EncodeToken of Comment containing --> marker")
		}
		e.w.WriteString("<!--" + string(t) + "-->")
	case ProcInst:
		switch {
		case t.Target == "xml" && e.w.Buffered() > 0:
			return fmt.Errorf("xml: EncodeToken of ProcInst xml target only valid for xml declaration, first token encoded")
		case !isName(t.Target):
			return fmt.Errorf("xml: EncodeToken of ProcInst with invalid Target")
		case bytes.Contains(t.Inst, []byte("?>")):
			return fmt.Errorf("xml: EncodeToken of ProcInst containing ?> marker")
		}
		e.w.WriteString("<?" + t.Target)
		if len(t.Inst) > 0 {
			e.w.WriteString(" " + string(t.Inst))
		}
		e.w.WriteString("?>")
	case Directive:
		if !balanced(t) {
			return fmt.Errorf("xml: EncodeToken of Directive containing wrong < or > markers")
		}
		e.w.WriteString("<!" + string(t) + ">")
	default:
		return fmt.Errorf("xml: EncodeToken of invalid token type")
	}
	return e.usable()
}

// balanced reports whether < and > belong together, outside of quotes and comments.
func balanced(d Directive) bool {
	depth, s := 0, string(d)
	for s != "" {
		c := s[0]
		skip := ""
		switch {
		case strings.HasPrefix(s, "<!--"):
			s, skip = s[4:], "-->"
		case c == '"' || c == '\'':
			s, skip = s[1:], string(rune(c))
		case c == '<':
			depth++
			s = s[1:]
		case c == '>':
			if depth--; depth < 0 {
				return false
			}
			s = s[1:]
		default:
			s = s[1:]
		}
		if skip != "" {
			_, rest, ok := strings.Cut(s, skip)
			if !ok {
				return false
			}
			s = rest
		}
	}
	return depth == 0
}

// begin writes the start of an element.
func (e *Encoder) begin(t *StartElement) error {
	if t.Name.Local == "" {
		return fmt.Errorf("xml: start tag with no name")
	}
	e.tags = append(e.tags, t.Name)
	e.prefixes = append(e.prefixes, "")
	e.indentLine(1)
	e.w.WriteString("<" + t.Name.Local)
	if t.Name.Space != "" {
		e.attr(xmlnsPrefix, t.Name.Space)
	}
	for _, a := range t.Attr {
		if a.Name.Local == "" {
			continue
		}
		name := a.Name.Local
		if a.Name.Space != "" {
			name = e.prefixFor(a.Name.Space) + ":" + name
		}
		e.attr(name, a.Value)
	}
	return e.w.WriteByte('>')
}

func (e *Encoder) attr(name, value string) {
	e.w.WriteString(" " + name + `="`)
	e.w.Write(escaped([]byte(value), true))
	e.w.WriteByte('"')
}

// prefixFor is a prefix for a URL; a new one is declared here.
func (e *Encoder) prefixFor(url string) string {
	if prefix := e.prefixOf[url]; prefix != "" {
		return prefix
	}
	if url == xmlURL {
		return xmlPrefix
	}
	// The last part of the URL is a good name mostly.
	prefix := strings.TrimRight(url, "/")
	prefix = prefix[strings.LastIndexByte(prefix, '/')+1:]
	if !isName(prefix) || strings.Contains(prefix, ":") {
		prefix = "_"
	}
	if len(prefix) >= 3 && strings.EqualFold(prefix[:3], "xml") {
		prefix = "_" + prefix
	}
	for taken := prefix; e.urlOf[prefix] != ""; {
		e.seq++
		prefix = taken + "_" + strconv.Itoa(e.seq)
	}
	e.prefixOf[url], e.urlOf[prefix] = prefix, url
	e.prefixes = append(e.prefixes, prefix)
	e.attr("xmlns:"+prefix, url)
	return prefix
}

// finish writes the end of an element.
func (e *Encoder) finish(name Name) error {
	if name.Local == "" {
		return fmt.Errorf("xml: end tag with no name")
	}
	n := len(e.tags)
	if n == 0 || e.tags[n-1].Local == "" {
		return fmt.Errorf("xml: end tag </%s> without start tag", name.Local)
	}
	top := e.tags[n-1]
	switch {
	case top.Local != name.Local:
		return fmt.Errorf("xml: end tag </%s> does not match start tag <%s>", name.Local, top.Local)
	case top != name:
		return fmt.Errorf("xml: end tag </%s> in namespace %s does not match start tag <%s> in namespace %s", name.Local, name.Space, top.Local, top.Space)
	}
	e.tags = e.tags[:n-1]
	e.indentLine(-1)
	e.w.WriteString("</" + name.Local + ">")
	for {
		last := len(e.prefixes) - 1
		prefix := e.prefixes[last]
		e.prefixes = e.prefixes[:last]
		if prefix == "" {
			return nil
		}
		delete(e.prefixOf, e.urlOf[prefix])
		delete(e.urlOf, prefix)
	}
}

// indentLine begins a line, for a start (1), an end (-1) that does not follow its start, or something else.
func (e *Encoder) indentLine(change int) {
	if e.prefix == "" && e.indent == "" {
		return
	}
	if change < 0 {
		e.depth--
		if e.opened {
			e.opened = false
			return
		}
	}
	e.opened = change > 0 || change == 0 && e.opened
	if e.started {
		e.w.WriteByte('\n')
	}
	e.started = true
	e.w.WriteString(e.prefix + strings.Repeat(e.indent, e.depth))
	if change > 0 {
		e.depth++
	}
}
