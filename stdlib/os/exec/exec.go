// Package exec runs other programs. Nothing is looked at by a shell: arguments are passed as they are.
package exec

import (
	"context"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Error is the error of LookPath, and of commands that were not found.
type Error struct {
	Name string
	Err  error
}

func (e *Error) Error() string { return "exec: " + strconv.Quote(e.Name) + ": " + e.Err.Error() }

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

// ErrWaitDelay: the program has ended, but what it has left kept its output open for longer than WaitDelay.
var ErrWaitDelay = errors.New("exec: WaitDelay expired before I/O complete")

// ExitError is the error of a program that ended without success.
type ExitError struct {
	*os.ProcessState
	Stderr []byte // from Output: what it wrote there, shortened in the middle
}

func (e *ExitError) Error() string { return e.ProcessState.String() }

// ExitCode is the status the program ended with, -1 if it has none.
func (e *ExitError) ExitCode() int { return e.ProcessState.ExitCode() }

// Exited reports whether the program ended by itself, not by a signal.
func (e *ExitError) Exited() bool { return e.ProcessState.Exited() }

// Cmd is a program to be run, once.
type Cmd struct {
	Path         string   // the program
	Args         []string // its arguments, the first being its name; empty: {Path}
	Env          []string // its environment, of variables given twice the last counts; nil: that of this process
	Dir          string   // its current directory; "": that of this process
	Stdin        io.Reader
	Stdout       io.Writer // nil: what is written is thrown away; the same as Stderr: only one goroutine writes at a time
	Stderr       io.Writer
	ExtraFiles   []*os.File // its descriptors from 3 on
	SysProcAttr  *syscall.SysProcAttr
	Process      *os.Process      // once started
	ProcessState *os.ProcessState // once waited for
	Err          error            // of looking for the program: Start returns it
	Cancel       func() error     // called when the context is done; Kill unless set otherwise
	WaitDelay    time.Duration    // how long Wait waits for output after the program has ended, or for the program after Cancel; 0: for ever

	ctx     context.Context
	theirs  []io.Closer // closed once the program has been started
	ours    []io.Closer // closed once it has ended
	copying []func() error
	copied  chan error
	watched chan error // what the watcher of the context has to say
	ended   chan struct{}
}

// Command is the named program with these arguments. A name without slashes is looked for in $PATH.
func Command(name string, arg ...string) *Cmd {
	c := &Cmd{Path: name, Args: append([]string{name}, arg...)}
	if !strings.Contains(name, "/") {
		path, err := LookPath(name)
		if path != "" {
			c.Path = path
		}
		c.Err = err
	}
	return c
}

// CommandContext is Command; the program is killed if ctx is done before it has ended.
func CommandContext(ctx context.Context, name string, arg ...string) *Cmd {
	if ctx == nil {
		panic("nil Context")
	}
	c := Command(name, arg...)
	c.ctx = ctx
	c.Cancel = func() error { return c.Process.Kill() }
	return c
}

// String is the command line in a form for people.
func (c *Cmd) String() string {
	if c.Err != nil {
		return strings.Join(c.Args, " ")
	}
	words := []string{c.Path}
	if len(c.Args) > 1 {
		words = append(words, c.Args[1:]...)
	}
	return strings.Join(words, " ")
}

// Environ is the environment the program would get now.
func (c *Cmd) Environ() []string {
	env := c.Env
	if env == nil {
		env = os.Environ()
		if c.Dir != "" {
			env = append(env, "PWD="+c.Dir)
		}
	}
	return lastOnes(env)
}

// lastOnes leaves of variables that occur several times the last.
func lastOnes(env []string) []string {
	last := map[string]int{}
	key := func(s string) string {
		if i := strings.IndexByte(s[min(1, len(s)):], '='); i >= 0 {
			return s[:i+1]
		}
		return s
	}
	for i, s := range env {
		last[key(s)] = i
	}
	out := make([]string, 0, len(env))
	for i, s := range env {
		if last[key(s)] == i {
			out = append(out, s)
		}
	}
	return out
}

// Run starts the program and waits until it has ended.
func (c *Cmd) Run() error {
	if err := c.Start(); err != nil {
		return err
	}
	return c.Wait()
}

// closeAll closes files.
func closeAll(list []io.Closer) {
	for _, f := range list {
		f.Close()
	}
}

// input is the file the program reads from.
func (c *Cmd) input() (*os.File, error) {
	switch r := c.Stdin.(type) {
	case nil:
		return c.null(os.O_RDONLY)
	case *os.File:
		return r, nil
	}
	pr, pw, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.theirs = append(c.theirs, pr)
	c.ours = append(c.ours, pw)
	c.copying = append(c.copying, func() error {
		_, err := io.Copy(pw, c.Stdin)
		if errors.Is(err, syscall.EPIPE) {
			// The program does not want to know.
			err = nil
		}
		if cerr := pw.Close(); err == nil {
			err = cerr
		}
		return err
	})
	return pr, nil
}

// output is the file the program writes to.
func (c *Cmd) output(w io.Writer) (*os.File, error) {
	switch w := w.(type) {
	case nil:
		return c.null(os.O_WRONLY)
	case *os.File:
		return w, nil
	}
	pr, pw, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	c.theirs = append(c.theirs, pw)
	c.ours = append(c.ours, pr)
	c.copying = append(c.copying, func() error {
		_, err := io.Copy(w, pr)
		pr.Close()
		return err
	})
	return pw, nil
}

func (c *Cmd) null(flag int) (*os.File, error) {
	f, err := os.OpenFile(os.DevNull, flag, 0)
	if err == nil {
		c.theirs = append(c.theirs, f)
	}
	return f, err
}

// same reports whether two writers are equal; some cannot be compared.
func same(a, b io.Writer) bool {
	defer func() { recover() }()
	return a == b
}

// files are the descriptors of the program.
func (c *Cmd) files() ([]*os.File, error) {
	stdin, err := c.input()
	if err != nil {
		return nil, err
	}
	stdout, err := c.output(c.Stdout)
	if err != nil {
		return nil, err
	}
	stderr := stdout
	if c.Stderr == nil || !same(c.Stderr, c.Stdout) {
		if stderr, err = c.output(c.Stderr); err != nil {
			return nil, err
		}
	}
	return append([]*os.File{stdin, stdout, stderr}, c.ExtraFiles...), nil
}

// Start starts the program and does not wait for its end; Wait does.
func (c *Cmd) Start() (err error) {
	if c.Process != nil {
		return errors.New("exec: already started")
	}
	defer func() {
		closeAll(c.theirs)
		c.theirs = nil
		if err != nil {
			closeAll(c.ours)
			c.ours = nil
		}
	}()
	if c.Path == "" && c.Err == nil {
		c.Err = errors.New("exec: no command")
	}
	if c.Err != nil {
		return c.Err
	}
	if c.ctx != nil {
		if err := c.ctx.Err(); err != nil {
			return err
		}
	} else if c.Cancel != nil {
		return errors.New("exec: command with a non-nil Cancel was not created with CommandContext")
	}
	files, err := c.files()
	if err != nil {
		return err
	}
	args := c.Args
	if len(args) == 0 {
		args = []string{c.Path}
	}
	c.Process, err = os.StartProcess(c.Path, args, &os.ProcAttr{Dir: c.Dir, Env: c.Environ(), Files: files, Sys: c.SysProcAttr})
	if err != nil {
		return err
	}
	c.copied = make(chan error, len(c.copying))
	for _, f := range c.copying {
		go func() { c.copied <- f() }()
	}
	if c.ctx != nil && c.ctx.Done() != nil && c.Cancel != nil {
		c.watched, c.ended = make(chan error, 1), make(chan struct{})
		go c.watch()
	}
	return nil
}

// watch cancels the program when the context is done.
func (c *Cmd) watch() {
	select {
	case <-c.ended:
		c.watched <- nil
		return
	case <-c.ctx.Done():
	}
	err := c.Cancel()
	switch {
	case err == nil:
		err = c.ctx.Err()
	case errors.Is(err, os.ErrProcessDone):
		err = nil
	}
	if c.WaitDelay > 0 {
		select {
		case <-c.ended:
		case <-time.After(c.WaitDelay):
			c.Process.Kill()
		}
	}
	c.watched <- err
}

// Wait waits until the program has ended and everything it wrote has been copied. It returns an *ExitError if the program was not
// successful.
func (c *Cmd) Wait() error {
	switch {
	case c.Process == nil:
		return errors.New("exec: not started")
	case c.ProcessState != nil:
		return errors.New("exec: Wait was already called")
	}
	state, err := c.Process.Wait()
	if err == nil && !state.Success() {
		err = &ExitError{ProcessState: state}
	}
	c.ProcessState = state
	if c.watched != nil {
		close(c.ended)
		if werr := <-c.watched; err == nil {
			err = werr
		}
	}
	if cerr := c.awaitCopies(); err == nil {
		err = cerr
	}
	closeAll(c.ours)
	c.ours = nil
	return err
}

// awaitCopies waits for the goroutines that copy, and gives up after WaitDelay.
func (c *Cmd) awaitCopies() (err error) {
	var late <-chan time.Time
	if c.WaitDelay > 0 {
		late = time.After(c.WaitDelay)
	}
	for range c.copying {
		select {
		case e := <-c.copied:
			if err == nil {
				err = e
			}
		case <-late:
			closeAll(c.ours)
			if err == nil {
				err = ErrWaitDelay
			}
			return err
		}
	}
	return err
}

// Output runs the program and returns what it writes to its standard output.
func (c *Cmd) Output() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	var out collector
	c.Stdout = &out
	var errs *ends
	if c.Stderr == nil {
		errs = &ends{}
		c.Stderr = errs
	}
	err := c.Run()
	if ee, ok := err.(*ExitError); ok && errs != nil {
		ee.Stderr = errs.text()
	}
	return out, err
}

// CombinedOutput runs the program and returns what it writes to both outputs.
func (c *Cmd) CombinedOutput() ([]byte, error) {
	if c.Stdout != nil {
		return nil, errors.New("exec: Stdout already set")
	}
	if c.Stderr != nil {
		return nil, errors.New("exec: Stderr already set")
	}
	var out collector
	c.Stdout, c.Stderr = &out, &out
	err := c.Run()
	return out, err
}

// collector keeps all that is written.
type collector []byte

func (b *collector) Write(p []byte) (int, error) {
	*b = append(*b, p...)
	return len(p), nil
}

// ends keeps the beginning and the end of what is written.
type ends struct {
	first, last []byte
	skipped     int
}

const mostOfEach = 32 << 10

func (e *ends) Write(p []byte) (int, error) {
	n := min(len(p), mostOfEach-len(e.first))
	e.first = append(e.first, p[:n]...)
	e.last = append(e.last, p[n:]...)
	if over := len(e.last) - mostOfEach; over > 0 {
		e.skipped += over
		e.last = append(e.last[:0], e.last[over:]...)
	}
	return len(p), nil
}

func (e *ends) text() []byte {
	text := append([]byte(nil), e.first...)
	if e.skipped > 0 {
		text = append(text, "\n... omitting "+strconv.Itoa(e.skipped)+" bytes ...\n"...)
	}
	return append(text, e.last...)
}

// pipe is a pipe of which the program gets one end.
func (c *Cmd) pipe(what string, taken bool) (r, w *os.File, err error) {
	if taken {
		return nil, nil, errors.New("exec: " + what + " already set")
	}
	if c.Process != nil {
		return nil, nil, errors.New("exec: " + what + "Pipe after process started")
	}
	return os.Pipe()
}

// StdinPipe is what the program will read. Closing it is the end of its input.
func (c *Cmd) StdinPipe() (io.WriteCloser, error) {
	r, w, err := c.pipe("Stdin", c.Stdin != nil)
	if err != nil {
		return nil, err
	}
	c.Stdin = r
	c.theirs = append(c.theirs, r)
	c.ours = append(c.ours, w)
	return w, nil
}

// StdoutPipe is what the program will write; it is to be read before Wait is called, which closes it.
func (c *Cmd) StdoutPipe() (io.ReadCloser, error) {
	r, w, err := c.pipe("Stdout", c.Stdout != nil)
	if err != nil {
		return nil, err
	}
	c.Stdout = w
	c.theirs = append(c.theirs, w)
	c.ours = append(c.ours, r)
	return r, nil
}

// StderrPipe is the same for the standard error.
func (c *Cmd) StderrPipe() (io.ReadCloser, error) {
	r, w, err := c.pipe("Stderr", c.Stderr != nil)
	if err != nil {
		return nil, err
	}
	c.Stderr = w
	c.theirs = append(c.theirs, w)
	c.ours = append(c.ours, r)
	return r, nil
}
