package slog

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"
)

// A line is a record being written.
type line struct {
	*core
	buf    []byte
	sep    string   // before the next key
	prefix string   // of keys, in text
	path   []string // groups, for ReplaceAttr
}

func (c *core) newLine(buf []byte) *line { return &line{core: c, buf: buf} }

func (l *line) separator() string {
	if l.json {
		return ","
	}
	return " "
}

// continued sets the separator for what follows other attributes, or the beginning of a group.
func (l *line) continued() {
	l.sep = ""
	if n := len(l.buf); n > 0 && !(l.json && l.buf[n-1] == '{') {
		l.sep = l.separator()
	}
}

func (l *line) openAll(groups []string) {
	for _, g := range groups {
		l.openGroup(g)
	}
}

func (l *line) openGroup(name string) {
	if l.json {
		l.key(name)
		l.buf = append(l.buf, '{')
		l.sep = ""
	} else {
		l.prefix += name + "."
	}
	l.path = append(l.path, name)
}

func (l *line) closeGroup(name string) {
	if l.json {
		l.buf = append(l.buf, '}')
	} else {
		l.prefix = l.prefix[:len(l.prefix)-len(name)-1]
	}
	l.sep = l.separator()
	l.path = l.path[:len(l.path)-1]
}

// attrs writes attributes and reports whether there was anything to write.
func (l *line) attrs(as []Attr) (any bool) {
	for _, a := range as {
		if l.attr(a) {
			any = true
		}
	}
	return any
}

// builtin writes what every record has.
func (l *line) builtin(key string, v Value) {
	if l.opts.ReplaceAttr != nil {
		l.attr(Attr{key, v})
		return
	}
	l.key(key)
	l.value(v)
}

func (l *line) attr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if replace := l.opts.ReplaceAttr; replace != nil && a.Value.Kind() != KindGroup {
		a = replace(l.path, a)
		a.Value = a.Value.Resolve()
	}
	if a.isZero() {
		return false
	}
	if s, ok := a.Value.any.(*Source); ok && a.Value.kind == KindAny {
		switch {
		case s == nil || *s == Source{}:
			return false
		case l.json:
			a.Value = s.group()
		default:
			a.Value = StringValue(s.File + ":" + strconv.Itoa(s.Line))
		}
	}
	if a.Value.Kind() != KindGroup {
		l.key(a.Key)
		l.value(a.Value)
		return true
	}
	members := a.Value.Group()
	if len(members) == 0 {
		return true
	}
	end, sep, prefix, depth := len(l.buf), l.sep, l.prefix, len(l.path)
	if a.Key != "" {
		l.openGroup(a.Key)
	}
	if !l.attrs(members) {
		l.buf, l.sep, l.prefix, l.path = l.buf[:end], sep, prefix, l.path[:depth]
		return false
	}
	if a.Key != "" {
		l.closeGroup(a.Key)
	}
	return true
}

func (l *line) key(key string) {
	l.buf = append(l.buf, l.sep...)
	l.text(l.prefix + key)
	if l.json {
		l.buf = append(l.buf, ':')
	} else {
		l.buf = append(l.buf, '=')
	}
	l.sep = l.separator()
}

// text writes a string, in quotes where they are needed.
func (l *line) text(s string) {
	switch {
	case l.json:
		l.buf = appendJSON(l.buf, s)
	case needsQuotes(s):
		l.buf = strconv.AppendQuote(l.buf, s)
	default:
		l.buf = append(l.buf, s...)
	}
}

func needsQuotes(s string) bool {
	for _, r := range s {
		if r == ' ' || r == '=' || r == '"' || r == utf8.RuneError || r < ' ' || r > '~' && r != 0x7f && (unicode.IsSpace(r) || !unicode.IsPrint(r)) {
			return true
		}
	}
	return s == ""
}

func appendJSON(buf []byte, s string) []byte {
	buf = append(buf, '"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			buf = append(buf, '\\', byte(r))
		case r == '\n':
			buf = append(buf, `\n`...)
		case r == '\r':
			buf = append(buf, `\r`...)
		case r == '\t':
			buf = append(buf, `\t`...)
		case r < ' ' || r == '\u2028' || r == '\u2029':
			buf = fmt.Appendf(buf, `\u%04x`, r)
		default:
			buf = utf8.AppendRune(buf, r)
		}
	}
	return append(buf, '"')
}

// value writes a value; a method of it may panic.
func (l *line) value(v Value) {
	defer func() {
		r := recover()
		if r == nil {
			return
		}
		if p := reflect.ValueOf(v.any); p.Kind() == reflect.Pointer && p.IsNil() {
			l.text("<nil>")
		} else {
			l.text(fmt.Sprintf("!PANIC: %v", r))
		}
	}()
	var err error
	switch v.Kind() {
	case KindString:
		l.text(v.any.(string))
	case KindTime:
		err = l.time(v.Time())
	case KindAny:
		if l.json {
			err = l.anyJSON(v.any)
		} else {
			err = l.anyText(v.any)
		}
	case KindDuration:
		if l.json {
			l.buf = strconv.AppendInt(l.buf, int64(v.Duration()), 10)
		} else {
			l.buf = v.appendText(l.buf)
		}
	case KindFloat64:
		if l.json {
			err = l.marshal(v.Float64())
		} else {
			l.buf = v.appendText(l.buf)
		}
	default:
		l.buf = v.appendText(l.buf)
	}
	if err != nil {
		l.text("!ERROR:" + err.Error())
	}
}

func (l *line) time(t time.Time) error {
	if !l.json {
		l.buf = t.AppendFormat(l.buf, "2006-01-02T15:04:05.000Z07:00")
		return nil
	}
	if y := t.Year(); y < 0 || y > 9999 {
		return fmt.Errorf("time.Time year outside of range [0,9999]")
	}
	l.buf = append(l.buf, '"')
	l.buf = append(t.AppendFormat(l.buf, time.RFC3339Nano), '"')
	return nil
}

// anyText writes a value by its own method for texts, or as %+v does.
func (l *line) anyText(x any) (err error) {
	var text []byte
	switch m := x.(type) {
	case encoding.TextAppender:
		text, err = m.AppendText(nil)
	case encoding.TextMarshaler:
		text, err = m.MarshalText()
	default:
		if s := reflect.ValueOf(x); s.Kind() == reflect.Slice && s.Type().Elem().Kind() == reflect.Uint8 {
			l.buf = strconv.AppendQuote(l.buf, string(s.Bytes()))
			return nil
		}
		text = fmt.Appendf(nil, "%+v", x)
	}
	if err == nil {
		l.text(string(text))
	}
	return err
}

func (l *line) anyJSON(x any) error {
	if err, ok := x.(error); ok {
		if _, own := x.(json.Marshaler); !own {
			l.text(err.Error())
			return nil
		}
	}
	return l.marshal(x)
}

// marshal writes what package json makes of x.
func (l *line) marshal(x any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(x)
	if err == nil {
		l.buf = append(l.buf, bytes.TrimSuffix(b.Bytes(), []byte{'\n'})...)
	}
	return err
}
