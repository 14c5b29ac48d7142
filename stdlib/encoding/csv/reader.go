// Package csv reads and writes tables as lines of fields with commas between them (RFC 4180).
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode"
	"unicode/utf8"
)

// What can be wrong with a table.
var (
	ErrBareQuote     = errors.New("bare \" in non-quoted-field")
	ErrQuote         = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount    = errors.New("wrong number of fields")
	ErrTrailingComma = errors.New("extra delimiter at end of line") // not used any more
)

var errDelimiter = errors.New("csv: invalid field or comment delimiter")

// A ParseError is what is wrong, and where. Lines and columns begin with 1; columns count bytes.
type ParseError struct {
	StartLine int // where the record begins
	Line      int
	Column    int
	Err       error
}

// Error says it.
func (e *ParseError) Error() string {
	switch {
	case e.Err == ErrFieldCount:
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	case e.StartLine != e.Line:
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

// Unwrap is Err.
func (e *ParseError) Unwrap() error { return e.Err }

func usable(delimiter rune) bool {
	switch delimiter {
	case 0, '"', '\r', '\n', utf8.RuneError:
		return false
	}
	return utf8.ValidRune(delimiter)
}

// A Reader reads records. Its fields may be set before the first one.
type Reader struct {
	Comma            rune // between fields
	Comment          rune // begins lines to leave out, if not 0
	FieldsPerRecord  int  // 0: as many as the first one has; negative: any number
	LazyQuotes       bool // quotes may stand where they should not
	TrimLeadingSpace bool
	ReuseRecord      bool // Read may answer the slice it answered before
	TrailingComma    bool // not used any more

	in     *bufio.Reader
	line   int // number of the last line read
	offset int64
	long   []byte // a line that is longer than in's buffer

	text   []byte     // of all fields of the record
	ends   []int      // of each in text
	places []position // of each in the input
	last   []string
}

type position struct{ line, column int }

// NewReader reads from r.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', in: bufio.NewReader(r)} }

// Read is the next record; it may come with an error that says what is wrong with it.
func (r *Reader) Read() (record []string, err error) {
	if !r.ReuseRecord {
		return r.read(nil)
	}
	r.last, err = r.read(r.last)
	return r.last, err
}

// ReadAll is all records. The end of the input is no error.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.read(nil)
		switch err {
		case nil:
			records = append(records, record)
		case io.EOF:
			return records, nil
		default:
			return nil, err
		}
	}
}

// FieldPos is where a field of the last record begins.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.places) {
		panic("out of range index passed to FieldPos")
	}
	return r.places[field].line, r.places[field].column
}

// InputOffset is how many bytes belong to the records so far.
func (r *Reader) InputOffset() int64 { return r.offset }

// nextLine is the next line; it ends in '\n' unless it is the last one. Its bytes are good until the next call.
func (r *Reader) nextLine() ([]byte, error) {
	line, err := r.in.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		r.long = r.long[:0]
		for err == bufio.ErrBufferFull {
			r.long = append(r.long, line...)
			line, err = r.in.ReadSlice('\n')
		}
		r.long = append(r.long, line...)
		line = r.long
	}
	n := len(line)
	if n > 0 && err == io.EOF {
		err = nil
		line = bytes.TrimSuffix(line, []byte{'\r'})
	}
	r.line++
	r.offset += int64(n)
	if bytes.HasSuffix(line, []byte("\r\n")) {
		line = line[:n-1]
		line[n-2] = '\n'
	}
	return line, err
}

// ending is the length of the line's end.
func ending(line []byte) int {
	if bytes.HasSuffix(line, []byte{'\n'}) {
		return 1
	}
	return 0
}

func startsWith(b []byte, c rune) bool {
	r, _ := utf8.DecodeRune(b)
	return r == c
}

// A scan is the rest of a line, and where it stands.
type scan struct {
	line  []byte
	at    position
	start int   // line of the record
	err   error // of reading lines
}

// skip passes n bytes.
func (s *scan) skip(n int) {
	s.line = s.line[n:]
	s.at.column += n
}

func (r *Reader) read(dst []string) ([]string, error) {
	if r.Comma == r.Comment || !usable(r.Comma) || r.Comment != 0 && !usable(r.Comment) {
		return nil, errDelimiter
	}
	var s scan
	for s.err == nil {
		s.line, s.err = r.nextLine()
		comment := r.Comment != 0 && startsWith(s.line, r.Comment)
		if !comment && (s.err != nil || len(s.line) > ending(s.line)) {
			break
		}
		s.line = nil
	}
	if s.err == io.EOF {
		return nil, s.err
	}
	s.start, s.at = r.line, position{r.line, 1}
	r.text, r.ends, r.places = r.text[:0], r.ends[:0], r.places[:0]
	err := r.fields(&s)
	if err == nil {
		err = s.err
	}
	all := string(r.text)
	if cap(dst) < len(r.ends) {
		dst = make([]string, len(r.ends))
	}
	dst = dst[:len(r.ends)]
	from := 0
	for i, to := range r.ends {
		dst[i] = all[from:to]
		from = to
	}
	switch {
	case r.FieldsPerRecord == 0:
		r.FieldsPerRecord = len(dst)
	case r.FieldsPerRecord > 0 && len(dst) != r.FieldsPerRecord && err == nil:
		err = &ParseError{s.start, s.start, 1, ErrFieldCount}
	}
	return dst, err
}

// fields cuts a record into fields.
func (r *Reader) fields(s *scan) error {
	for {
		if r.TrimLeadingSpace {
			blanks := bytes.IndexFunc(s.line, func(c rune) bool { return !unicode.IsSpace(c) })
			if blanks < 0 {
				blanks = len(s.line)
				s.at.column -= ending(s.line)
			}
			s.skip(blanks)
		}
		read := r.plain
		if len(s.line) > 0 && s.line[0] == '"' {
			read = r.quoted
		}
		if more, err := read(s); err != nil || !more {
			return err
		}
	}
}

func (r *Reader) end(at position) {
	r.ends = append(r.ends, len(r.text))
	r.places = append(r.places, at)
}

// plain reads a field without quotes, and reports whether another one follows.
func (r *Reader) plain(s *scan) (more bool, err error) {
	n := bytes.IndexRune(s.line, r.Comma)
	more = n >= 0
	if !more {
		n = len(s.line) - ending(s.line)
	}
	field := s.line[:n]
	if quote := bytes.IndexByte(field, '"'); quote >= 0 && !r.LazyQuotes {
		return false, &ParseError{s.start, r.line, s.at.column + quote, ErrBareQuote}
	}
	r.text = append(r.text, field...)
	r.end(s.at)
	if more {
		s.skip(n + utf8.RuneLen(r.Comma))
	}
	return more, nil
}

// quoted reads a field in quotes, which may go on over lines, and reports whether another one follows.
func (r *Reader) quoted(s *scan) (more bool, err error) {
	begin := s.at
	s.skip(1)
	for {
		quote := bytes.IndexByte(s.line, '"')
		switch {
		case quote >= 0:
			r.text = append(r.text, s.line[:quote]...)
			s.skip(quote + 1)
			switch {
			case startsWith(s.line, '"'):
				r.text = append(r.text, '"')
				s.skip(1)
			case startsWith(s.line, r.Comma):
				s.skip(utf8.RuneLen(r.Comma))
				r.end(begin)
				return true, nil
			case len(s.line) == ending(s.line):
				r.end(begin)
				return false, nil
			case r.LazyQuotes:
				r.text = append(r.text, '"')
			default:
				return false, &ParseError{s.start, r.line, s.at.column - 1, ErrQuote}
			}
		case len(s.line) > 0:
			r.text = append(r.text, s.line...)
			if s.err != nil {
				return false, nil
			}
			s.at.column += len(s.line)
			s.line, s.err = r.nextLine()
			if len(s.line) > 0 {
				s.at = position{s.at.line + 1, 1}
			}
			if s.err == io.EOF {
				s.err = nil
			}
		case !r.LazyQuotes && s.err == nil:
			return false, &ParseError{s.start, s.at.line, s.at.column, ErrQuote}
		default:
			r.end(begin)
			return false, nil
		}
	}
}
