package json

import (
	"bytes"
	"internal/jsontext"
	"io"
	"reflect"
)

// Encoder writes values to a stream, each on a line.
type Encoder struct {
	w              io.Writer
	err            error
	plain          bool // HTML characters are not escaped
	prefix, indent string
}

// NewEncoder is an Encoder that writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w} }

// Encode writes v and a newline.
func (e *Encoder) Encode(v any) error {
	if e.err != nil {
		return e.err
	}
	var b bytes.Buffer
	if err := encodeTo(&b, v, !e.plain, e.prefix, e.indent); err != nil {
		return err
	}
	_, e.err = e.w.Write(b.Bytes())
	return e.err
}

// SetIndent makes the values that follow be written as by MarshalIndent.
func (e *Encoder) SetIndent(prefix, indent string) { e.prefix, e.indent = prefix, indent }

// SetEscapeHTML says whether <, > and & in strings are escaped; they are unless told otherwise.
func (e *Encoder) SetEscapeHTML(on bool) { e.plain = !on }

// Decoder reads values from a stream.
type Decoder struct {
	r         io.Reader
	buf       []byte
	at        int   // what has been used of buf
	look      int   // where peek found something
	before    int64 // bytes before buf
	err       error
	useNumber bool
	strict    bool
	stack     []byte // open brackets, for Token
	state     tokenState
}

// tokenState is where in an array or object Token is.
type tokenState int

const (
	atTop       tokenState = iota
	arrayFirst             // before the first element, or the end
	arrayElem              // before an element
	arrayNext              // before a comma, or the end
	objectFirst            // before the first key, or the end
	objectKey              // before a key
	objectColon            // before a colon
	objectValue            // before a value
	objectNext             // before a comma, or the end
)

// NewDecoder is a Decoder that reads from r, further than it needs to.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber makes numbers that go into an any be Numbers.
func (d *Decoder) UseNumber() { d.useNumber = true }

// DisallowUnknownFields makes keys without a field errors.
func (d *Decoder) DisallowUnknownFields() { d.strict = true }

// Buffered is what has been read from the reader but not used.
func (d *Decoder) Buffered() io.Reader { return bytes.NewReader(d.buf[d.at:]) }

// InputOffset is how many bytes of the stream the tokens and values so far took.
func (d *Decoder) InputOffset() int64 { return d.before + int64(d.at) }

// fill reads more; false at the end of the stream or on an error.
func (d *Decoder) fill() bool {
	if d.err != nil {
		return false
	}
	if d.at > 0 && d.at == len(d.buf) {
		d.before += int64(d.at)
		d.buf, d.at = d.buf[:0], 0
	}
	var chunk [4096]byte
	n, err := d.r.Read(chunk[:])
	d.buf = append(d.buf, chunk[:n]...)
	d.err = err
	return n > 0 || err == nil
}

// peek is the next byte that is no white space; 0 at the end of the stream.
func (d *Decoder) peek() byte {
	for {
		d.look = jsontext.Space(d.buf, d.at)
		if d.look < len(d.buf) {
			return d.buf[d.look]
		}
		if !d.fill() {
			return 0
		}
	}
}

// next is the text of the next value.
func (d *Decoder) next() ([]byte, error) {
	if d.peek() == 0 {
		if d.err == nil || d.err == io.EOF {
			if d.state != atTop {
				return nil, io.ErrUnexpectedEOF
			}
			return nil, io.EOF
		}
		return nil, d.err
	}
	for {
		end, err := jsontext.Scan(d.buf, d.look, 0)
		// A number may go on in what has not been read.
		open := end == len(d.buf) && d.buf[end-1] >= '0' && d.buf[end-1] <= '9'
		if err == nil && !open {
			text := d.buf[d.look:end]
			d.at = end
			return text, nil
		}
		if (open || err.Msg == jsontext.EOF(0).Msg) && d.fill() {
			continue
		}
		switch {
		case err == nil:
			text := d.buf[d.look:end]
			d.at = end
			return text, nil
		case err.Msg == jsontext.EOF(0).Msg && d.err != nil:
			if d.err == io.EOF {
				d.err = io.ErrUnexpectedEOF
			}
			return nil, d.err
		}
		d.err = &SyntaxError{err.Msg, d.before + err.Offset}
		return nil, d.err
	}
}

// Decode reads the next value into what v points to; io.EOF: there is none.
func (d *Decoder) Decode(v any) error {
	if d.err != nil && d.err != io.EOF {
		return d.err
	}
	if err := target(v); err != nil {
		return err
	}
	if err := d.prepare(); err != nil {
		return err
	}
	text, err := d.next()
	if err != nil {
		return err
	}
	one := decoder{data: text, useNumber: d.useNumber, strict: d.strict}
	err = one.top(v)
	if e, ok := err.(*UnmarshalTypeError); ok {
		e.Offset += d.InputOffset() - int64(len(text))
	}
	d.valueDone()
	return err
}

// prepare passes over the comma or colon before a value in the middle of an array or object.
func (d *Decoder) prepare() error {
	want := byte(0)
	switch d.state {
	case arrayNext, objectNext:
		want = ','
	case objectColon:
		want = ':'
	default:
		return nil
	}
	if c := d.peek(); c != want {
		where := "after array element"
		if want == ':' {
			where = "after object key"
		}
		return d.unexpected(where)
	}
	comma := d.look
	d.at = d.look + 1
	if c := d.peek(); want == ',' && (c == ']' || c == '}') {
		d.look = comma
		e := jsontext.Unexpected(d.buf, comma, "looking for beginning of value")
		return &SyntaxError{e.Msg, d.before + e.Offset}
	}
	switch d.state {
	case arrayNext:
		d.state = arrayElem
	case objectNext:
		d.state = objectKey
	default:
		d.state = objectValue
	}
	return nil
}

func (d *Decoder) valueDone() {
	switch d.state {
	case arrayFirst, arrayElem:
		d.state = arrayNext
	case objectFirst, objectKey:
		d.state = objectColon
	case objectValue:
		d.state = objectNext
	}
}

func (d *Decoder) unexpected(where string) error {
	if d.peek() == 0 {
		if d.err != nil && d.err != io.EOF {
			return d.err
		}
		return io.ErrUnexpectedEOF
	}
	e := jsontext.Unexpected(d.buf, d.look, where)
	return &SyntaxError{e.Msg, d.before + e.Offset}
}

// Token is a Delim, bool, float64, Number, string or nil.
type Token any

// Delim is one of [ ] { }.
type Delim rune

// String is the bracket.
func (d Delim) String() string { return string(d) }

// More reports whether another element follows in the current array or object.
func (d *Decoder) More() bool {
	c := d.peek()
	if c != 0 {
		d.at = d.look
	}
	return c != 0 && c != ']' && c != '}'
}

// Token is the next bracket, key or plain value; io.EOF: there is none.
func (d *Decoder) Token() (Token, error) {
	for {
		c := d.peek()
		if c == 0 {
			if d.err != nil && d.err != io.EOF {
				return nil, d.err
			}
			return nil, io.EOF
		}
		switch c {
		case '[', '{':
			if d.state == objectFirst || d.state == objectKey {
				return nil, d.unexpected("looking for beginning of object key string")
			}
			if d.state == arrayNext || d.state == objectNext || d.state == objectColon {
				break
			}
			d.at = d.look + 1
			d.stack = append(d.stack, byte(d.state))
			d.state = arrayFirst
			if c == '{' {
				d.state = objectFirst
			}
			return Delim(c), nil
		case ']', '}':
			first, next := arrayFirst, arrayNext
			if c == '}' {
				first, next = objectFirst, objectNext
			}
			if d.state != first && d.state != next {
				return nil, d.unexpected(d.expected())
			}
			d.at = d.look + 1
			d.state = tokenState(d.stack[len(d.stack)-1])
			d.stack = d.stack[:len(d.stack)-1]
			d.valueDone()
			return Delim(c), nil
		case ',', ':':
			if d.state != arrayNext && d.state != objectNext && d.state != objectColon {
				return nil, d.unexpected(d.expected())
			}
			if err := d.prepare(); err != nil {
				return nil, err
			}
			continue
		}
		switch d.state {
		case arrayNext, objectNext, objectColon:
			return nil, d.unexpected(d.expected())
		case objectFirst, objectKey:
			if c != '"' {
				return nil, &SyntaxError{"object member name must be a string", d.before + int64(d.look)}
			}
		}
		text, err := d.next()
		if err != nil {
			return nil, err
		}
		one := decoder{data: text, useNumber: d.useNumber, root: reflect.TypeFor[any]()}
		t := one.any()
		if one.err != nil {
			return nil, one.err
		}
		d.valueDone()
		return t, nil
	}
}

// expected is what the error of a character says that may not stand here.
func (d *Decoder) expected() string {
	switch d.state {
	case arrayNext:
		return "after array element"
	case objectNext:
		return "after object key:value pair"
	case objectColon:
		return "after object key"
	case objectFirst, objectKey:
		return "looking for beginning of object key string"
	}
	return "looking for beginning of value"
}
