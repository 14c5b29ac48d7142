package parse

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is the kind of a token.
type kind int

const (
	tokError   kind = iota // text is the message; always the last token
	tokEOF                 // always the last token otherwise
	tokText                // what stands between actions
	tokComment             // with its delimiters /* and */
	tokLeft                // {{
	tokRight               // }}
	tokOpen                // (
	tokClose               // )
	tokPipe                // |
	tokDeclare             // :=
	tokAssign              // =
	tokChar                // any other character
	tokSpace
	tokBool
	tokCharConst
	tokNumber
	tokComplex
	tokString
	tokRawString
	tokField    // .name
	tokVariable // $ or $name
	tokName     // of a function

	tokKeyword // those above are no keywords, those below are
	tokBlock
	tokBreak
	tokContinue
	tokDefine
	tokDot
	tokElse
	tokEnd
	tokIf
	tokNil
	tokRange
	tokTemplate
	tokWith
)

var keywords = map[string]kind{
	".": tokDot, "block": tokBlock, "break": tokBreak, "continue": tokContinue, "define": tokDefine, "else": tokElse,
	"end": tokEnd, "if": tokIf, "nil": tokNil, "range": tokRange, "template": tokTemplate, "with": tokWith,
}

// token is a token, with the byte and the line that it starts at.
type token struct {
	kind kind
	pos  Pos
	text string
	line int
}

// String is how messages name the token.
func (t token) String() string {
	switch {
	case t.kind == tokEOF:
		return "EOF"
	case t.kind == tokError:
		return t.text
	case t.kind > tokKeyword:
		return "<" + t.text + ">"
	case len(t.text) > 10:
		return fmt.Sprintf("%.10q...", t.text)
	}
	return fmt.Sprintf("%q", t.text)
}

// scanner cuts a template into tokens.
type scanner struct {
	input       string
	left, right string // delimiters
	comments    bool   // whether comments are tokens
	functions   func(name string) bool
	pos, start  int
	line        int // of start
	tokens      []token
}

const (
	commentStart = "/*"
	commentEnd   = "*/"
	trimMark     = "-"
	blanks       = " \t\r\n"
)

// scan answers the tokens of input, of which the last is tokEOF or tokError. break and continue are names if there are functions
// called so.
func scan(input, left, right string, comments bool, functions func(string) bool) []token {
	s := &scanner{input: input, left: left, right: right, comments: comments, functions: functions, line: 1}
	for s.text() && s.action() {
	}
	return s.tokens
}

func (s *scanner) rest() string { return s.input[s.pos:] }

// skip drops what lies between start and pos.
func (s *scanner) skip() {
	s.line += strings.Count(s.input[s.start:s.pos], "\n")
	s.start = s.pos
}

// emit makes a token of what lies between start and pos.
func (s *scanner) emit(k kind) {
	s.tokens = append(s.tokens, token{k, Pos(s.start), s.input[s.start:s.pos], s.line})
	s.skip()
}

// fail ends the scan with an error, of which it answers false.
func (s *scanner) fail(format string, args ...any) bool {
	s.tokens = append(s.tokens, token{tokError, Pos(s.start), fmt.Sprintf(format, args...), s.line})
	return false
}

// leftTrims reports whether an action that begins in rest, after its delimiter, trims the text before it.
func leftTrims(rest string) bool {
	return strings.HasPrefix(rest, trimMark) && len(rest) > 1 && strings.IndexByte(blanks, rest[1]) >= 0
}

// atRight reports whether the action ends here, and whether it trims the text after it.
func (s *scanner) atRight() (ends, trims bool) {
	rest := s.rest()
	if len(rest) > 1 && strings.IndexByte(blanks, rest[0]) >= 0 && rest[1:2] == trimMark &&
		strings.HasPrefix(rest[2:], s.right) {
		return true, true
	}
	return strings.HasPrefix(rest, s.right), false
}

// text takes everything up to the next action, and reports whether there is one.
func (s *scanner) text() bool {
	length := strings.Index(s.rest(), s.left)
	end := s.pos + length
	if length < 0 {
		end = len(s.input)
	}
	s.pos = end
	trims := length >= 0 && leftTrims(s.input[end+len(s.left):])
	if trims {
		s.pos = s.start + len(strings.TrimRight(s.input[s.start:end], blanks))
	}
	if s.pos > s.start {
		s.emit(tokText)
	}
	s.pos = end
	s.skip()
	if length < 0 {
		s.emit(tokEOF)
		return false
	}
	return true
}

// action takes one action or comment with its delimiters; false at an error.
func (s *scanner) action() bool {
	s.pos += len(s.left)
	mark := 0
	if leftTrims(s.rest()) {
		mark = len(trimMark) + 1
	}
	if strings.HasPrefix(s.input[s.pos+mark:], commentStart) {
		s.pos += mark
		s.skip()
		return s.comment()
	}
	s.emit(tokLeft)
	s.pos += mark
	s.skip()
	for depth := 0; ; {
		if ends, trims := s.atRight(); ends {
			if depth > 0 {
				return s.fail("unclosed left paren")
			}
			s.close(trims, true)
			return true
		}
		if !s.inside(&depth) {
			return false
		}
	}
}

// close takes the right delimiter, and the blanks after it if it trims them.
func (s *scanner) close(trims, emit bool) {
	if trims {
		s.pos += len(trimMark) + 1
		s.skip()
	}
	s.pos += len(s.right)
	if emit {
		s.emit(tokRight)
	}
	if trims {
		s.pos = len(s.input) - len(strings.TrimLeft(s.rest(), blanks))
	}
	s.skip()
}

func (s *scanner) comment() bool {
	end := strings.Index(s.rest(), commentEnd)
	if end < 0 {
		return s.fail("unclosed comment")
	}
	s.pos += end + len(commentEnd)
	ends, trims := s.atRight()
	if !ends {
		return s.fail("comment ends before closing delimiter")
	}
	if s.comments {
		s.emit(tokComment)
	}
	s.close(trims, false)
	return true
}

// next takes one character; -1 at the end.
func (s *scanner) next() rune {
	if s.pos >= len(s.input) {
		return -1
	}
	r, size := utf8.DecodeRuneInString(s.rest())
	s.pos += size
	return r
}

func (s *scanner) peek() rune {
	if s.pos >= len(s.input) {
		return -1
	}
	r, _ := utf8.DecodeRuneInString(s.rest())
	return r
}

// take takes characters as long as they are in the set.
func (s *scanner) take(set string) (some bool) {
	for s.pos < len(s.input) && strings.IndexByte(set, s.input[s.pos]) >= 0 {
		s.pos++
		some = true
	}
	return some
}

func isWordRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// inside takes one token of an action.
func (s *scanner) inside(depth *int) bool {
	switch r := s.next(); {
	case r == -1:
		return s.fail("unclosed action")
	case strings.ContainsRune(blanks, r):
		return s.space()
	case r == '=':
		s.emit(tokAssign)
	case r == ':':
		if s.next() != '=' {
			return s.fail("expected :=")
		}
		s.emit(tokDeclare)
	case r == '|':
		s.emit(tokPipe)
	case r == '(':
		*depth++
		s.emit(tokOpen)
	case r == ')':
		if *depth--; *depth < 0 {
			return s.fail("unexpected right paren")
		}
		s.emit(tokClose)
	case r == '"':
		return s.quoted('"', tokString, "unterminated quoted string")
	case r == '\'':
		return s.quoted('\'', tokCharConst, "unterminated character constant")
	case r == '`':
		end := strings.IndexByte(s.rest(), '`')
		if end < 0 {
			return s.fail("unterminated raw quoted string")
		}
		s.pos += end + 1
		s.emit(tokRawString)
	case r == '.' && !('0' <= s.peek() && s.peek() <= '9'):
		return s.selector(tokField, tokDot)
	case r == '$':
		return s.selector(tokVariable, tokVariable)
	case r == '+' || r == '-' || r == '.' || '0' <= r && r <= '9':
		s.pos = s.start
		return s.number()
	case isWordRune(r):
		return s.word()
	case r <= unicode.MaxASCII && unicode.IsPrint(r):
		s.emit(tokChar)
	default:
		return s.fail("unrecognized character in action: %#U", r)
	}
	return true
}

// space takes blanks, but not the one that belongs to a trimming delimiter.
func (s *scanner) space() bool {
	s.take(blanks)
	if strings.HasPrefix(s.rest(), trimMark+s.right) {
		s.pos--
		if s.pos == s.start {
			return true // atRight sees it
		}
	}
	s.emit(tokSpace)
	return true
}

func (s *scanner) quoted(quote rune, k kind, unterminated string) bool {
	for {
		switch r := s.next(); r {
		case '\\':
			if r = s.next(); r == -1 || r == '\n' {
				return s.fail("%s", unterminated)
			}
		case -1, '\n':
			return s.fail("%s", unterminated)
		case quote:
			s.emit(k)
			return true
		}
	}
}

// ended reports whether a word may end here.
func (s *scanner) ended() bool {
	r := s.peek()
	return r == -1 || strings.ContainsRune(blanks+".,|:()", r) || strings.HasPrefix(s.rest(), s.right)
}

// selector takes the name after . or $; alone is the token without one.
func (s *scanner) selector(named, alone kind) bool {
	if s.ended() {
		s.emit(alone)
		return true
	}
	return s.name(func(string) kind { return named })
}

func (s *scanner) word() bool {
	return s.name(func(word string) kind {
		k, ok := keywords[word]
		switch {
		case word == "true" || word == "false":
			return tokBool
		case !ok, (k == tokBreak || k == tokContinue) && s.functions(word):
			return tokName
		}
		return k
	})
}

func (s *scanner) name(which func(string) kind) bool {
	for isWordRune(s.peek()) {
		s.next()
	}
	if !s.ended() {
		return s.fail("bad character %#U", s.peek())
	}
	s.emit(which(s.input[s.start:s.pos]))
	return true
}

// number takes what looks like a number; whether it is one is seen later.
func (s *scanner) number() bool {
	if !s.real() {
		return s.fail("bad number syntax: %q", s.input[s.start:s.pos])
	}
	k := tokNumber
	if sign := s.peek(); sign == '+' || sign == '-' {
		// A complex number: no blanks, and an i at the end.
		if !s.real() || s.input[s.pos-1] != 'i' {
			return s.fail("bad number syntax: %q", s.input[s.start:s.pos])
		}
		k = tokComplex
	}
	s.emit(k)
	return true
}

// real takes a number with sign, prefix, fraction, exponent and i; false if a letter follows.
func (s *scanner) real() bool {
	if s.take1("+-"); s.peek() == 'i' {
		return false
	}
	digits, exponent := "0123456789_", "eE"
	if s.take1("0") {
		// Leading zeros do not mean octal in floating-point numbers.
		switch {
		case s.take1("xX"):
			digits, exponent = "0123456789abcdefABCDEF_", "pP"
		case s.take1("oO"):
			digits = "01234567_"
		case s.take1("bB"):
			digits = "01_"
		}
	}
	s.take(digits)
	if s.take1(".") {
		s.take(digits)
	}
	if len(digits) != 9 && len(digits) != 3 && s.take1(exponent) {
		s.take1("+-")
		s.take("0123456789_")
	}
	s.take1("i")
	if isWordRune(s.peek()) {
		s.next()
		return false
	}
	return true
}

func (s *scanner) take1(set string) bool {
	if s.pos < len(s.input) && strings.IndexByte(set, s.input[s.pos]) >= 0 {
		s.pos++
		return true
	}
	return false
}
