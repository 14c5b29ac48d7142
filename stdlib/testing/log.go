package testing

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"unicode"
)

const (
	margin   = "    "
	maxDepth = 50 // how many frames are looked through for the place of a message
)

// Log prints its arguments as Println does, if the test fails or -test.v is set.
func (c *common) Log(args ...any) {
	c.outsideTarget("Log")
	c.log(fmt.Sprintln(args...), false)
}

// Logf prints its arguments as Printf does, if the test fails or -test.v is set.
func (c *common) Logf(format string, args ...any) {
	c.outsideTarget("Logf")
	c.log(fmt.Sprintf(format, args...), false)
}

// Error is Log and Fail.
func (c *common) Error(args ...any) {
	c.outsideTarget("Error")
	c.log(fmt.Sprintln(args...), true)
	c.Fail()
}

// Errorf is Logf and Fail.
func (c *common) Errorf(format string, args ...any) {
	c.outsideTarget("Errorf")
	c.log(fmt.Sprintf(format, args...), true)
	c.Fail()
}

// Fatal is Log and FailNow.
func (c *common) Fatal(args ...any) {
	c.outsideTarget("Fatal")
	c.log(fmt.Sprintln(args...), true)
	c.FailNow()
}

// Fatalf is Logf and FailNow.
func (c *common) Fatalf(format string, args ...any) {
	c.outsideTarget("Fatalf")
	c.log(fmt.Sprintf(format, args...), true)
	c.FailNow()
}

// Skip is Log and SkipNow.
func (c *common) Skip(args ...any) {
	c.outsideTarget("Skip")
	c.log(fmt.Sprintln(args...), false)
	c.SkipNow()
}

// Skipf is Logf and SkipNow.
func (c *common) Skipf(format string, args ...any) {
	c.outsideTarget("Skipf")
	c.log(fmt.Sprintf(format, args...), false)
	c.SkipNow()
}

// log writes a message with the place it comes from.
func (c *common) log(msg string, isErr bool) {
	msg = strings.ReplaceAll(strings.TrimSuffix(msg, "\n"), "\n", "\n"+margin) + "\n"
	to := c.listener()
	if to == nil {
		panic("Log in goroutine after " + c.name + " has completed: " + msg)
	}
	msg = to.place(callers(1)) + msg
	to.endLine()
	to.write([]byte(msg), isErr)
}

// listener is c, or the nearest of its ancestors that is not over; nil if all are.
func (c *common) listener() *common {
	for ; c != nil; c = c.parent {
		c.mu.RLock()
		over := c.over
		c.mu.RUnlock()
		if !over && !c.bubbled {
			return c
		}
	}
	return nil
}

// Output is a writer to the test's log. It indents lines as Log does, and adds nothing to them.
func (c *common) Output() io.Writer {
	c.outsideTarget("Output")
	to := c.listener()
	if to == nil {
		panic("Output called after " + c.name + " has completed")
	}
	return output{to}
}

type output struct{ c *common }

func (o output) Write(p []byte) (int, error) {
	if o.c.listener() == nil {
		panic("Write called after " + o.c.name + " has completed")
	}
	o.c.write(p, false)
	return len(p), nil
}

// endLine completes a line that was begun through Output.
func (c *common) endLine() {
	c.mu.RLock()
	open := len(c.partial) > 0
	c.mu.RUnlock()
	if open {
		c.write([]byte("\n"), false)
	}
}

// write logs whole lines; the rest waits for more.
func (c *common) write(p []byte, isErr bool) {
	if c.parent == nil && !c.bench {
		return // above all tests
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	end := bytes.LastIndexByte(p, '\n') + 1
	whole, rest := p[:end], p[end:]
	first := true
	for len(whole) > 0 {
		n := bytes.IndexByte(whole, '\n') + 1
		line := whole[:n]
		whole = whole[n:]
		if len(c.partial) > 0 {
			line = append(c.partial, line...)
			c.partial = nil
		}
		c.writeLine(line, isErr && first, isErr && len(whole) == 0)
		first = false
	}
	c.partial = append(c.partial, rest...)
}

// writeLine keeps a line for the report or prints it at once. errBegin and errEnd tell that it is the first and
// the last of an error.
func (c *common) writeLine(line []byte, errBegin, errEnd bool) {
	if c.over || c.stream == nil {
		c.kept = append(append(c.kept, margin...), line...)
		return
	}
	begin, end := "", ""
	if verbosity.json {
		line = escape(line)
		if errBegin {
			begin = string(markErrBegin)
		}
		if errEnd {
			end = string(markErrEnd)
		}
	}
	s := begin + margin + string(line[:len(line)-1]) + end + "\n"
	if c.bench {
		fmt.Print(s)
		return
	}
	c.stream.line(c.name, s)
}

// callers is the stack from a caller on: 0 is the function that calls callers, 1 its caller.
func callers(skip int) []uintptr {
	var pcs [maxDepth]uintptr
	n := runtime.Callers(skip+2, pcs[:])
	return append([]uintptr(nil), pcs[:n]...)
}

// Helper marks the calling function as one whose caller is the place of its messages.
func (c *common) Helper() {
	var pc [1]uintptr
	runtime.Callers(2, pc[:])
	c.markHelper(pc[0])
}

func (c *common) markHelper(pc uintptr) {
	if c.bubbled {
		c = c.parent
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.seen[pc] {
		return
	}
	if c.seen == nil {
		c.seen, c.helpers = map[uintptr]bool{}, map[string]bool{}
	}
	c.seen[pc] = true
	c.helpers[runtime.FuncForPC(pc).Name()] = true
}

// place is "file:line: " of the innermost frame that is not in a helper function.
func (c *common) place(stack []uintptr) string {
	f := c.frame(stack)
	file := f.File
	if file == "" {
		file = "???"
	} else if !*options.fullPath {
		file = filepath.Base(file)
	}
	return file + ":" + strconv.Itoa(max(f.Line, 1)) + ": "
}

// Functions of this package that call those of the user.
const (
	runnerName  = "testing.tRunner"
	cleanerName = "testing.(*common).runCleanup"
)

// frame finds the frame for place, which is outside of this package if possible. Where a subtest begins it goes on with the caller of Run, and where a cleanup function
// begins with the caller of Cleanup.
func (c *common) frame(stack []uintptr) runtime.Frame {
	frames := runtime.CallersFrames(stack)
	var first, last runtime.Frame
	afterBody := false // of a range over a function; the iterator comes next
	for {
		f, more := frames.Next()
		if f.PC == 0 {
			return first
		}
		if first.PC == 0 {
			first = f
		}
		switch {
		case f.Function == cleanerName:
			c.mu.RLock()
			if c.now != nil {
				frames = runtime.CallersFrames(c.now.stack)
				more = true
			}
			c.mu.RUnlock()
		case f.Function == runnerName:
			if c.level <= 1 {
				return last
			}
			frames = runtime.CallersFrames(c.creator)
			more = true
			c = c.parent
		case afterBody:
			afterBody = false
		case strings.HasPrefix(f.Function, "testing."):
		default:
			name, body := withoutRange(f.Function)
			c.mu.RLock()
			helper := c.helpers[name]
			c.mu.RUnlock()
			if !helper {
				return f
			}
			afterBody = body
		}
		last = f
		if !more {
			return first
		}
	}
}

// withoutRange is the function that the body of a range over a function, called "f-range1", belongs to.
func withoutRange(name string) (string, bool) {
	i := strings.LastIndex(name, "-range")
	if i <= 0 || strings.Trim(name[i+len("-range"):], "0123456789") != "" {
		return name, false
	}
	return name[:i], true
}

// Attr prints an attribute of the test, if -test.v is set.
func (c *common) Attr(key, value string) {
	if strings.ContainsFunc(key, unicode.IsSpace) {
		c.log(fmt.Sprintf("disallowed whitespace in attribute key %q", key), true)
		c.Fail()
		return
	}
	if strings.ContainsAny(value, "\r\n") {
		c.log(fmt.Sprintf("disallowed newline in attribute value %q", value), true)
		c.Fail()
		return
	}
	if c.stream != nil {
		c.stream.event(c.name, "=== ATTR  "+c.name+" "+key+" "+value+"\n")
	}
}
