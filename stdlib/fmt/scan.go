package fmt

import (
	"errors"
	"internal/rt"
	"internal/stdio"
	"io"
	"strconv"
	"unicode/utf8"
)

// ScanState is what a Scanner reads from.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// Scanner scans itself.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads space-separated values from standard input; newlines count as space.
func Scan(a ...any) (n int, err error) { return Fscan(stdin{}, a...) }

// Scanln is Scan that stops at a newline, which must follow the last value.
func Scanln(a ...any) (n int, err error) { return Fscanln(stdin{}, a...) }

// Scanf reads values from standard input as the format says.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(stdin{}, format, a...) }

// Sscan is Scan from a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan(&stringReader{s: str}, a...) }

// Sscanln is Scanln from a string.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln(&stringReader{s: str}, a...) }

// Sscanf is Scanf from a string.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&stringReader{s: str}, format, a...)
}

// Fscan is Scan from a reader.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r)
	s.nlIsSpace = true
	s.src, _ = r.(buffered)
	return s.values(a)
}

// Fscanln is Scanln from a reader.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScanner(r)
	s.nlIsEnd = true
	return s.values(a)
}

// Fscanf is Scanf from a reader.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScanner(r).format(format, a)
}

type stdin struct{}

func (stdin) Read(p []byte) (int, error) {
	if stdio.Stdin != nil {
		return stdio.Stdin().Read(p)
	}
	n, errno := rt.FileRead(0, p)
	if errno != 0 {
		return n, errors.New("read /dev/stdin: " + rt.Strerror(errno))
	}
	if n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// stringReader is the RuneScanner of Sscan.
type stringReader struct {
	s    string
	i    int
	last int
}

func (r *stringReader) Read(b []byte) (n int, err error) {
	n = copy(b, r.s[r.i:])
	r.i += n
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

func (r *stringReader) ReadRune() (rune, int, error) {
	if r.i >= len(r.s) {
		r.last = 0
		return 0, 0, io.EOF
	}
	c, size := rune(r.s[r.i]), 1
	if c >= utf8.RuneSelf {
		c, size = utf8.DecodeRuneInString(r.s[r.i:])
	}
	r.i += size
	r.last = size
	return c, size, nil
}

func (r *stringReader) UnreadRune() error {
	r.i -= r.last
	r.last = 0
	return nil
}

// runeReader makes a RuneScanner of any reader, never reading more bytes than the runes asked for need.
type runeReader struct {
	reader io.Reader
	ahead  []byte // read, but not part of a rune yet
	rune   rune
	size   int
	again  bool // the rune was given back
	have   bool
}

func (r *runeReader) more() error {
	var b [1]byte
	if _, err := io.ReadFull(r.reader, b[:]); err != nil {
		return err
	}
	r.ahead = append(r.ahead, b[0])
	return nil
}

func (r *runeReader) ReadRune() (rune, int, error) {
	if r.again {
		r.again = false
		return r.rune, r.size, nil
	}
	if len(r.ahead) == 0 {
		if err := r.more(); err != nil {
			return 0, 0, err
		}
	}
	for !utf8.FullRune(r.ahead) {
		if err := r.more(); err == io.EOF {
			break
		} else if err != nil {
			return 0, 0, err
		}
	}
	r.rune, r.size = utf8.DecodeRune(r.ahead)
	r.ahead = r.ahead[:copy(r.ahead, r.ahead[r.size:])]
	r.have = true
	return r.rune, r.size, nil
}

func (r *runeReader) UnreadRune() error {
	if r.again || !r.have {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.again = true
	return nil
}

const (
	eof     = -1
	hugeWid = 1 << 30
)

// buffered is a reader like bufio.Reader, which shows what it has read ahead.
type buffered interface {
	Buffered() int
	Peek(n int) ([]byte, error)
	Discard(n int) (int, error)
}

// quick scans a word or a plain decimal number that lies in the reader's buffer as a whole. It reports false, and
// does nothing, where the general way has to be taken.
func (s *scanner) quick(arg any) bool {
	if s.src == nil {
		return false
	}
	b, _ := s.src.Peek(s.src.Buffered())
	start, end, n, decimal := rt.Token(b)
	if end < 0 {
		return false
	}
	switch v := arg.(type) {
	case *int:
		if !decimal {
			return false
		}
		*v = int(n)
	case *int64:
		if !decimal {
			return false
		}
		*v = n
	case *string:
		*v = string(b[start:end])
	default:
		return false
	}
	s.src.Discard(end)
	return true
}

// scanner is the state of one call of Scan. After the first error, err, it reads nothing any more.
type scanner struct {
	rs        io.RuneScanner
	src       buffered // rs, if quick may be tried
	buf       []byte
	count     int // runes read
	limit     int // at which count this operand ends
	wid       int
	atEOF     bool
	nlIsSpace bool
	nlIsEnd   bool
	err       error
}

func newScanner(r io.Reader) *scanner {
	s := &scanner{limit: hugeWid, wid: hugeWid}
	if rs, ok := r.(io.RuneScanner); ok {
		s.rs = rs
	} else {
		s.rs = &runeReader{reader: r}
	}
	return s
}

func (s *scanner) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *scanner) failWith(text string) { s.fail(errors.New(text)) }

func (s *scanner) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scanner) ReadRune() (r rune, size int, err error) {
	if s.atEOF || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.rs.ReadRune()
	if err == nil {
		s.count++
		s.atEOF = s.nlIsEnd && r == '\n'
	} else if err == io.EOF {
		s.atEOF = true
	}
	return r, size, err
}

func (s *scanner) UnreadRune() error {
	s.rs.UnreadRune()
	s.atEOF = false
	s.count--
	return nil
}

func (s *scanner) Width() (wid int, ok bool) {
	if s.wid == hugeWid {
		return 0, false
	}
	return s.wid, true
}

func (s *scanner) SkipSpace() {
	for s.err == nil {
		r := s.get()
		switch {
		case r == eof:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n':
			if !s.nlIsSpace {
				s.failWith("unexpected newline")
			}
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

func (s *scanner) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	if f == nil {
		f = notSpace
	}
	s.buf = s.buf[:0]
	if skipSpace {
		s.SkipSpace()
	}
	s.run(f)
	err, s.err = s.err, nil
	if err != nil {
		return nil, err
	}
	return s.buf, nil
}

func isSpace(r rune) bool {
	switch {
	case r <= ' ':
		return r == ' ' || '\t' <= r && r <= '\r'
	case r < 0x1680:
		return r == 0x85 || r == 0xA0
	case r < 0x2000:
		return r == 0x1680
	}
	return r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x3000
}

func notSpace(r rune) bool { return !isSpace(r) }

func (s *scanner) run(f func(rune) bool) {
	for {
		r := s.get()
		if r == eof {
			return
		}
		if !f(r) {
			s.UnreadRune()
			return
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
}

// get reads a rune; eof at the end or after an error.
func (s *scanner) get() rune {
	if s.err != nil {
		return eof
	}
	r, _, err := s.ReadRune()
	if err != nil {
		if err != io.EOF {
			s.fail(err)
		}
		return eof
	}
	return r
}

// must reads a rune, and fails at the end.
func (s *scanner) must() rune {
	r := s.get()
	if r == eof {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

func contains(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// next takes one rune of set, if it comes next, and keeps it if keep is true.
func (s *scanner) next(set string, keep bool) bool {
	r := s.get()
	if r == eof {
		return false
	}
	if !contains(set, r) {
		if keep {
			s.UnreadRune()
		}
		return false
	}
	if keep {
		s.buf = utf8.AppendRune(s.buf, r)
	}
	return true
}

func (s *scanner) accept(set string) bool { return s.next(set, true) }

func (s *scanner) acceptAll(set string) {
	for s.accept(set) {
	}
}

func (s *scanner) peek(set string) bool {
	r := s.get()
	if r == eof {
		return false
	}
	s.UnreadRune()
	return contains(set, r)
}

func (s *scanner) notEOF() {
	if s.err != nil {
		return
	}
	if s.get() == eof {
		s.fail(io.EOF)
		return
	}
	s.UnreadRune()
}

func (s *scanner) okVerb(verb rune, verbs, typ string) bool {
	if contains(verbs, verb) {
		return true
	}
	s.failWith("bad verb '%" + string(verb) + "' for " + typ)
	return false
}

func (s *scanner) start() {
	s.SkipSpace()
	s.notEOF()
}

func (s *scanner) bool(verb rune) bool {
	s.start()
	if !s.okVerb(verb, "tv", "boolean") {
		return false
	}
	rest := ""
	first := s.get()
	switch first {
	case '1':
		return true
	case 't', 'T':
		rest = "rRuUeE"
	case 'f', 'F':
		rest = "aAlLsSeE"
	default:
		return false
	}
	for i := 0; i < len(rest); i += 2 {
		if !s.accept(rest[i : i+2]) {
			if i > 0 {
				s.failWith("syntax error scanning boolean")
			}
			break
		}
	}
	return first == 't' || first == 'T'
}

const (
	binary  = "01"
	octal   = "01234567"
	decimal = "0123456789"
	hex     = "0123456789aAbBcCdDeEfF"
)

// integer collects the text of an integer, and finds its base (0: the text has a prefix).
func (s *scanner) integer(verb rune, signed bool) (text string, base int) {
	s.start()
	s.okVerb(verb, "bdoUxXv", "integer")
	base, digits := 10, decimal
	switch verb {
	case 'b':
		base, digits = 2, binary
	case 'o':
		base, digits = 8, octal
	case 'x', 'X', 'U':
		base, digits = 16, hex
	}
	some := false
	if verb == 'U' {
		if !s.next("U", false) || !s.next("+", false) {
			s.failWith("bad unicode format ")
		}
	} else {
		if signed {
			s.accept("+-")
		}
		if verb == 'v' {
			base, digits = 0, decimal+"_"
			if s.accept("0") {
				some = true
				switch {
				case s.accept("bB"):
					digits = binary + "_"
				case s.accept("xX"):
					digits = hex + "_"
				default:
					s.accept("oO")
					digits = octal + "_"
				}
			}
		}
	}
	if !some {
		s.notEOF()
		if !s.accept(digits) {
			s.failWith("expected integer")
		}
	}
	s.acceptAll(digits)
	return string(s.buf), base
}

func (s *scanner) char(bits uint) int64 {
	s.notEOF()
	r := int64(s.get())
	if r<<(64-bits)>>(64-bits) != r {
		s.failWith("overflow on character value " + string(rune(r)))
	}
	return r
}

func (s *scanner) int(verb rune, bits uint) int64 {
	if verb == 'c' {
		return s.char(bits)
	}
	text, base := s.integer(verb, true)
	if s.err != nil {
		return 0
	}
	i, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		s.fail(err)
	} else if i<<(64-bits)>>(64-bits) != i {
		s.failWith("integer overflow on token " + text)
	}
	return i
}

func (s *scanner) uint(verb rune, bits uint) uint64 {
	if verb == 'c' {
		return uint64(s.char(bits))
	}
	text, base := s.integer(verb, false)
	if s.err != nil {
		return 0
	}
	i, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		s.fail(err)
	} else if i<<(64-bits)>>(64-bits) != i {
		s.failWith("unsigned integer overflow on token " + text)
	}
	return i
}

// floatText collects the text of a floating-point number.
func (s *scanner) floatText() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.buf)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.buf)
	}
	digits, exponent := decimal+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		digits, exponent = hex+"_", "pP"
	}
	s.acceptAll(digits)
	if s.accept(".") {
		s.acceptAll(digits)
	}
	if s.accept(exponent) {
		s.accept("+-")
		s.acceptAll(decimal + "_")
	}
	return string(s.buf)
}

const floatVerbs = "beEfFgGv"

func (s *scanner) float(bits int) float64 {
	s.start()
	return s.parseFloat(s.floatText(), bits)
}

// parseFloat also takes decimal numbers with a binary exponent.
func (s *scanner) parseFloat(text string, bits int) float64 {
	if s.err != nil {
		return 0
	}
	if p := indexByte(text, 'p'); p >= 0 && indexByte(text, 'x') < 0 && indexByte(text, 'X') < 0 {
		f, err := strconv.ParseFloat(text[:p], bits)
		var exp int
		if err == nil {
			exp, err = strconv.Atoi(text[p+1:])
		}
		if err != nil {
			if e, ok := err.(*strconv.NumError); ok {
				e.Num = text
			}
			s.fail(err)
			return 0
		}
		for ; exp > 0 && f*2 != f; exp-- {
			f *= 2
		}
		for ; exp < 0 && f != 0; exp++ {
			f /= 2
		}
		return f
	}
	f, err := strconv.ParseFloat(text, bits)
	if err != nil {
		s.fail(err)
	}
	return f
}

func indexByte(s string, b byte) int {
	for i := range len(s) {
		if s[i] == b {
			return i
		}
	}
	return -1
}

func (s *scanner) complex(verb rune, bits int) complex128 {
	if !s.okVerb(verb, floatVerbs, "complex") {
		return 0
	}
	s.start()
	syntax := "syntax error scanning complex number"
	parens := s.accept("(")
	re := s.floatText()
	s.buf = s.buf[:0]
	if !s.accept("+-") {
		s.failWith(syntax)
	}
	sign := string(s.buf)
	im := sign + s.floatText()
	if !s.accept("i") || parens && !s.accept(")") {
		s.failWith(syntax)
	}
	return complex(s.parseFloat(re, bits/2), s.parseFloat(im, bits/2))
}

func (s *scanner) string(verb rune) string {
	if !s.okVerb(verb, "svqxX", "string") {
		return ""
	}
	s.start()
	if s.err != nil {
		return ""
	}
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		for {
			hi := s.get()
			if hi == eof {
				break
			}
			if !contains(hex, hi) {
				s.UnreadRune()
				break
			}
			lo := s.must()
			if s.err == nil && !contains(hex, lo) {
				s.failWith("illegal hex digit")
			}
			s.buf = append(s.buf, hexDigit(hi)<<4|hexDigit(lo))
		}
		if len(s.buf) == 0 {
			s.failWith("no hex data for %x string")
		}
	default:
		s.run(notSpace)
	}
	return string(s.buf)
}

func hexDigit(r rune) byte {
	if r <= '9' {
		return byte(r - '0')
	}
	return byte(r|0x20) - 'a' + 10
}

func (s *scanner) quoted() string {
	switch quote := s.get(); quote {
	case '`':
		for {
			r := s.must()
			if r == quote || s.err != nil {
				return string(s.buf)
			}
			s.buf = utf8.AppendRune(s.buf, r)
		}
	case '"':
		s.buf = append(s.buf, '"')
		for {
			r := s.must()
			if s.err != nil {
				return ""
			}
			s.buf = utf8.AppendRune(s.buf, r)
			if r == '"' {
				break
			}
			if r == '\\' {
				s.buf = utf8.AppendRune(s.buf, s.must())
			}
		}
		text, err := strconv.Unquote(string(s.buf))
		if err != nil {
			s.fail(err)
		}
		return text
	}
	s.failWith("expected quoted string")
	return ""
}

// one scans one operand.
func (s *scanner) one(verb rune, arg any) {
	s.buf = s.buf[:0]
	if v, ok := arg.(Scanner); ok {
		if err := v.Scan(s, verb); err == io.EOF {
			s.fail(io.ErrUnexpectedEOF)
		} else if err != nil {
			s.fail(err)
		}
		return
	}
	switch v := arg.(type) {
	case *int:
		if x := s.int(verb, 64); s.err == nil {
			*v = int(x)
		}
		return
	case *string:
		if x := s.string(verb); s.err == nil {
			*v = x
		}
		return
	case *float64:
		if s.okVerb(verb, floatVerbs, "float64") {
			if x := s.float(64); s.err == nil {
				*v = x
			}
		}
		return
	case *float32:
		if !s.okVerb(verb, floatVerbs, "float32") {
			return
		}
	}
	if rt.Kind(arg) != rt.Pointer {
		if arg == nil {
			s.failWith("type not a pointer: <nil>")
			return
		}
		s.failWith("type not a pointer: " + rt.TypeString(arg))
		return
	}
	switch k := rt.ElemKind(arg); k {
	case rt.Bool:
		if x := s.bool(verb); s.err == nil {
			rt.StoreBool(arg, x)
		}
	case rt.Int, rt.Int8, rt.Int16, rt.Int32, rt.Int64:
		if x := s.int(verb, intBits(k-rt.Int)); s.err == nil {
			rt.StoreInt(arg, x)
		}
	case rt.Uint, rt.Uint8, rt.Uint16, rt.Uint32, rt.Uint64, rt.Uintptr:
		if x := s.uint(verb, intBits(k-rt.Uint)); s.err == nil {
			rt.StoreUint(arg, x)
		}
	case rt.Float32:
		if x := s.float(32); s.err == nil {
			rt.StoreFloat(arg, x)
		}
	case rt.Float64:
		if x := s.float(64); s.err == nil {
			rt.StoreFloat(arg, x)
		}
	case rt.Complex64, rt.Complex128:
		if x := s.complex(verb, 64*(k-rt.Complex64+1)); s.err == nil {
			rt.StoreComplex(arg, x)
		}
	case rt.String:
		if x := s.string(verb); s.err == nil {
			rt.StoreString(arg, x)
		}
	default:
		if k == rt.Slice && rt.ElemKind(rt.Elem(arg)) == rt.Uint8 {
			if x := s.string(verb); s.err == nil {
				rt.StoreString(arg, x)
			}
			return
		}
		s.failWith("can't scan type: " + rt.TypeString(arg))
	}
}

// intBits is the size of the i'th of int, int8, int16, int32, int64, uintptr.
func intBits(i int) uint {
	if i == 0 || i == 5 {
		return 64
	}
	return 4 << i
}

func (s *scanner) values(a []any) (n int, err error) {
	for _, arg := range a {
		if s.quick(arg) {
			n++
			continue
		}
		s.one('v', arg)
		if s.err != nil {
			return n, s.err
		}
		n++
	}
	for s.nlIsEnd {
		r := s.get()
		if r == '\n' || r == eof {
			break
		}
		if !isSpace(r) {
			s.failWith("expected newline")
			break
		}
	}
	return n, s.err
}

// literal matches the start of format, up to a verb, against the input, and returns how much of format it used.
// ok is false if they differ.
func (s *scanner) literal(format string) (i int, ok bool) {
	for i < len(format) && s.err == nil {
		c, size := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			newlines, trailing := 0, false
			for i < len(format) {
				c, size = utf8.DecodeRuneInString(format[i:])
				if !isSpace(c) {
					break
				}
				trailing = c != '\n'
				if !trailing {
					newlines++
				}
				i += size
			}
			for range newlines {
				r := s.get()
				for isSpace(r) && r != '\n' {
					r = s.get()
				}
				if r != '\n' && r != eof {
					s.failWith("newline in format does not match input")
				}
			}
			if trailing {
				r := s.get()
				if newlines == 0 {
					if !isSpace(r) && r != eof {
						s.failWith("expected space in input to match format")
					}
					if r == '\n' {
						s.failWith("newline in input does not match format")
					}
				}
				for isSpace(r) && r != '\n' {
					r = s.get()
				}
				if r != eof {
					s.UnreadRune()
				}
			}
			continue
		}
		if c == '%' {
			if i+size == len(format) {
				s.failWith("missing verb: % at end of format string")
				return i, true
			}
			if format[i+size] != '%' {
				return i, true
			}
			i += size
		}
		r := s.must()
		if s.err != nil {
			return i, true
		}
		if r != c {
			s.UnreadRune()
			return i, false
		}
		i += size
	}
	return i, true
}

func (s *scanner) format(format string, a []any) (n int, err error) {
	for i := 0; i < len(format); {
		used, ok := s.literal(format[i:])
		if s.err != nil {
			return n, s.err
		}
		if !ok {
			if format[i] != '%' {
				return n, errors.New("input does not match format")
			}
			used = 0
		}
		if i += used; i >= len(format) {
			break
		}
		i++
		var given bool
		s.wid, given, i = number(format, i)
		if !given {
			s.wid = hugeWid
		}
		verb, size := utf8.DecodeRuneInString(format[i:])
		i += size
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' {
			s.start()
			if !s.accept("%") {
				s.failWith("missing literal %")
			}
			if s.err != nil {
				return n, s.err
			}
			continue
		}
		if s.err == nil && n >= len(a) {
			s.failWith("too few operands for format '%" + format[i-size:] + "'")
		}
		if s.err != nil {
			return n, s.err
		}
		if s.wid < hugeWid-s.count {
			s.limit = s.count + s.wid
		}
		s.one(verb, a[n])
		if s.err != nil {
			return n, s.err
		}
		n++
		s.limit = hugeWid
	}
	if n < len(a) {
		return n, errors.New("too many operands")
	}
	return n, nil
}
