package testing

import (
	"fmt"
	"io"
	"os"
	"sync"
)

// Marks in the output of -test.v=test2json: what package testing itself says begins with ^V, errors stand between ^O and ^N,
// and these bytes in the output of tests come behind ^[.
const (
	markFraming  byte = 'V' - '@'
	markErrBegin byte = 'O' - '@'
	markErrEnd   byte = 'N' - '@'
	markEscape   byte = '[' - '@'
)

// verbosity is the flag -test.v.
var verbosity verbose

type verbose struct{ on, json bool }

// IsBoolFlag lets -test.v stand alone.
func (v *verbose) IsBoolFlag() bool { return true }

// Set sets it.
func (v *verbose) Set(s string) error {
	switch s {
	case "true":
		*v = verbose{on: true}
	case "test2json":
		*v = verbose{on: true, json: true}
	case "false":
		*v = verbose{}
	default:
		return fmt.Errorf("invalid flag -test.v=%s", s)
	}
	return nil
}

// Get is the value.
func (v *verbose) Get() any {
	if v.json {
		return "test2json"
	}
	return v.on
}

// String is the value as text.
func (v *verbose) String() string { return fmt.Sprint(v.Get()) }

// framing comes before every line of package testing itself.
func (v *verbose) framing() string {
	if v.json {
		return string(markFraming)
	}
	return ""
}

func special(b byte) bool {
	return b == markFraming || b == markErrBegin || b == markErrEnd || b == markEscape
}

// escape puts ^[ before marks.
func escape(line []byte) []byte {
	clean := true
	for _, b := range line {
		clean = clean && !special(b)
	}
	if clean {
		return line
	}
	var out []byte
	for _, b := range line {
		if special(b) {
			out = append(out, markEscape)
		}
		out = append(out, b)
	}
	return out
}

// stream is the verbose report. It knows whose lines came last, and announces lines of others.
type stream struct {
	mu    sync.Mutex
	w     io.Writer
	owner string
}

func newStream(w io.Writer) *stream { return &stream{w: w} }

// event prints something that names the test.
func (s *stream) event(name, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.owner = name
	io.WriteString(s.w, verbosity.framing()+text)
}

// line prints something that does not.
func (s *stream) line(name, text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.owner != "" && s.owner != name {
		io.WriteString(s.w, verbosity.framing()+"=== NAME  "+name+"\n")
	}
	s.owner = name
	io.WriteString(s.w, text)
}

// announce prints "=== WHAT name" in a verbose report.
func (c *common) announce(what string) {
	if c.stream != nil {
		c.stream.event(c.name, "=== "+what+" "+c.name+"\n")
	}
}

// regain tells a reader of JSON that lines are this test's again.
func (c *common) regain() {
	if c.stream != nil && verbosity.json {
		c.announce("NAME ")
	}
}

// report prints the verdict and what was logged, or gives it to the test above.
func (c *common) report() {
	if c.parent == nil {
		return
	}
	switch {
	case c.Failed():
		c.flush("FAIL")
	case c.stream == nil:
	case c.Skipped():
		c.flush("SKIP")
	default:
		c.flush("PASS")
	}
}

func (c *common) flush(verdict string) {
	up := c.parent
	up.mu.Lock()
	defer up.mu.Unlock()
	c.mu.Lock()
	defer c.mu.Unlock()
	s := "--- " + verdict + ": " + c.name + " (" + seconds(c.elapsed) + ")\n" + string(c.kept)
	c.kept = c.kept[:0]
	if c.stream != nil && (up.parent == nil || verbosity.json) {
		c.stream.event(c.name, s)
	} else {
		up.printLocked(verbosity.framing() + s)
	}
}

// print prints text, or keeps it for the report.
func (c *common) print(s string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.printLocked(s)
}

func (c *common) printLocked(s string) {
	if c.w != nil {
		io.WriteString(c.w, s)
		return
	}
	fresh := true // at the beginning of a line
	for i := range len(s) {
		if fresh && s[i] != markFraming {
			c.kept = append(c.kept, margin...)
			fresh = false
		}
		c.kept = append(c.kept, s[i])
		if s[i] == '\n' {
			fresh = true
		}
	}
}

func warnNoTests() { fmt.Fprintln(os.Stderr, "testing: warning: no tests to run") }
