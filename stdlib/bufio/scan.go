package bufio

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf8"
)

// Scanner reads tokens, such as lines.
type Scanner struct {
	r        io.Reader
	split    SplitFunc
	max      int
	token    []byte
	buf      []byte
	start    int
	end      int
	err      error
	empties  int
	started  bool
	finished bool
}

// SplitFunc finds the first token of data: by how much to advance, and the token, nil to ask for more data.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// The errors of Scanner.
var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
)

// ErrFinalToken, returned with a token by a SplitFunc, makes that the last one.
var ErrFinalToken = errors.New("final token")

// MaxScanTokenSize is the usual limit of a token's size.
const MaxScanTokenSize = 64 * 1024

// NewScanner scans lines of r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, max: MaxScanTokenSize}
}

// Err is the first error, nil for EOF.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes is the last token, until the next Scan.
func (s *Scanner) Bytes() []byte { return s.token }

// Text is the last token.
func (s *Scanner) Text() string { return string(s.token) }

// Scan reads the next token, and reports false at the end or after an error.
func (s *Scanner) Scan() bool {
	if s.finished {
		return false
	}
	s.started = true
	for {
		if s.end > s.start || s.err != nil {
			advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
			if err != nil {
				s.token = token
				if err == ErrFinalToken {
					s.finished = true
					return token != nil
				}
				s.setErr(err)
				return false
			}
			if advance < 0 {
				s.setErr(ErrNegativeAdvance)
				return false
			}
			if advance > s.end-s.start {
				s.setErr(ErrAdvanceTooFar)
				return false
			}
			s.start += advance
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empties = 0
				} else if s.empties++; s.empties > maxEmptyReads {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
		}
		if s.err != nil {
			s.start = 0
			s.end = 0
			s.token = nil
			return false
		}
		if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
			copy(s.buf, s.buf[s.start:s.end])
			s.end -= s.start
			s.start = 0
		}
		if s.end == len(s.buf) {
			if len(s.buf) >= s.max || len(s.buf) > 1<<40 {
				s.token = nil
				s.setErr(ErrTooLong)
				return false
			}
			size := len(s.buf) * 2
			if size == 0 {
				size = defaultSize
			}
			bigger := make([]byte, min(size, s.max))
			copy(bigger, s.buf[s.start:s.end])
			s.buf = bigger
			s.end -= s.start
			s.start = 0
		}
		s.read()
	}
}

// read adds to the buffer, which has room, until there is something or an error.
func (s *Scanner) read() {
	room := s.buf[s.end:]
	for range maxEmptyReads + 1 {
		n, err := s.r.Read(room)
		switch {
		case n < 0 || n > len(room):
			err = ErrBadReadCount
		case n > 0:
			s.end += n
			if err == nil {
				s.empties = 0
				return
			}
		}
		if err != nil {
			s.setErr(err)
			return
		}
	}
	s.setErr(io.ErrNoProgress)
}

func (s *Scanner) setErr(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// Buffer sets the first buffer and the limit of a token's size.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.started {
		panic("Buffer called after Scan")
	}
	s.buf = buf[:cap(buf)]
	s.max = max
}

// Split sets how tokens are found.
func (s *Scanner) Split(split SplitFunc) {
	if s.started {
		panic("Split called after Scan")
	}
	s.split = split
}

// ScanBytes makes a token of each byte.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes makes a token of each rune; an invalid byte becomes U+FFFD.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	if data[0] < utf8.RuneSelf {
		return 1, data[:1], nil
	}
	if _, size := utf8.DecodeRune(data); size > 1 {
		return size, data[:size], nil
	}
	if !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	return 1, []byte("\uFFFD"), nil
}

// ScanLines makes a token of each line, without its end.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	i := bytes.IndexByte(data, '\n')
	advance = i + 1
	if i < 0 {
		if !atEOF {
			return 0, nil, nil
		}
		i = len(data)
		advance = i
	}
	if i > 0 && data[i-1] == '\r' {
		i--
	}
	return advance, data[:i], nil
}

// wordBounds is where the first word of data begins and ends, and where what follows the space after it begins;
// end is negative if the word reaches the end of data.
func wordBounds(data []byte) (start, end, next int)

// ScanWords makes a token of each word between spaces.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start, end, next := wordBounds(data)
	if end >= 0 {
		return next, data[start:end], nil
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
