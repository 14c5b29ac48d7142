// Package os has files, the environment and the process.
package os

import (
	"errors"
	"internal/rt"
	"internal/stdio"
	"io/fs"
	"syscall"
)

// Args are the program's name and arguments.
var Args []string = rt.Args()

// Path separators and the null device.
const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// Where Seek counts from; io has these, too.
const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

// The errors of files.
var (
	ErrInvalid          = fs.ErrInvalid
	ErrPermission       = fs.ErrPermission
	ErrExist            = fs.ErrExist
	ErrNotExist         = fs.ErrNotExist
	ErrClosed           = fs.ErrClosed
	ErrNoDeadline       = errors.New("file type does not support deadline")
	ErrDeadlineExceeded = errors.New("i/o timeout")
	ErrProcessDone      = errors.New("os: process already finished")
)

// PathError is fs.PathError.
type PathError = fs.PathError

// SyscallError is a failed system call.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }

// Unwrap returns e.Err.
func (e *SyscallError) Unwrap() error { return e.Err }

// Timeout reports whether time ran out.
func (e *SyscallError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// NewSyscallError wraps err; nil stays nil.
func NewSyscallError(syscall string, err error) error {
	if err == nil {
		return nil
	}
	return &SyscallError{syscall, err}
}

// LinkError is a failed operation on two paths.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string {
	return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error()
}

// Unwrap returns e.Err.
func (e *LinkError) Unwrap() error { return e.Err }

func underlying(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}

func isError(err, target error) bool {
	err = underlying(err)
	if err == target {
		return true
	}
	e, ok := err.(syscall.Errno)
	return ok && e.Is(target)
}

// IsExist reports whether something exists already.
func IsExist(err error) bool { return isError(err, ErrExist) }

// IsNotExist reports whether something does not exist.
func IsNotExist(err error) bool { return isError(err, ErrNotExist) }

// IsPermission reports whether permission was denied.
func IsPermission(err error) bool { return isError(err, ErrPermission) }

// IsTimeout reports whether time ran out.
func IsTimeout(err error) bool {
	t, ok := underlying(err).(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// Exit ends the program at once with that status; no deferred call runs.
func Exit(code int) {
	if code == 0 && stdio.PanicOnExit0 {
		panic("unexpected call to os.Exit(0) during test")
	}
	rt.Exit(code)
}

// Getenv is the value of a variable, "" if it is not set.
func Getenv(key string) string {
	value, _ := rt.Getenv(key)
	return value
}

// LookupEnv is the value of a variable and whether it is set.
func LookupEnv(key string) (string, bool) { return rt.Getenv(key) }

// Setenv sets a variable.
func Setenv(key, value string) error {
	if key == "" {
		return NewSyscallError("setenv", syscall.EINVAL)
	}
	for i := range len(key) {
		if key[i] == '=' || key[i] == 0 {
			return NewSyscallError("setenv", syscall.EINVAL)
		}
	}
	for i := range len(value) {
		if value[i] == 0 {
			return NewSyscallError("setenv", syscall.EINVAL)
		}
	}
	rt.Setenv(key, value, true)
	return nil
}

// Unsetenv removes a variable.
func Unsetenv(key string) error {
	rt.Setenv(key, "", false)
	return nil
}

// Clearenv removes all variables.
func Clearenv() {
	for _, kv := range rt.Environ() {
		for i := range len(kv) {
			if kv[i] == '=' && i > 0 {
				rt.Setenv(kv[:i], "", false)
				break
			}
		}
	}
}

// Environ is the environment, as "key=value".
func Environ() []string { return rt.Environ() }

// ExpandEnv replaces $var and ${var} by the variables' values.
func ExpandEnv(s string) string { return Expand(s, Getenv) }

// Expand replaces $var and ${var} by what mapping says.
func Expand(s string, mapping func(string) string) string {
	var b []byte
	i := 0
	for j := 0; j < len(s); j++ {
		if s[j] != '$' || j+1 >= len(s) {
			continue
		}
		b = append(b, s[i:j]...)
		name, n := variable(s[j+1:])
		if name != "" {
			b = append(b, mapping(name)...)
		} else if n == 0 {
			b = append(b, '$')
		}
		j += n
		i = j + 1
	}
	if b == nil {
		return s
	}
	return string(b) + s[i:]
}

func alphanumeric(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func special(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-':
		return true
	}
	return '0' <= c && c <= '9'
}

// variable is the name after a $, and how many bytes it takes.
func variable(s string) (string, int) {
	if s[0] == '{' {
		if len(s) > 2 && special(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if special(s[0]) {
		return s[:1], 1
	}
	i := 0
	for i < len(s) && alphanumeric(s[i]) {
		i++
	}
	return s[:i], i
}

func failed(call string, errno int) error {
	if errno == 0 {
		return nil
	}
	return NewSyscallError(call, syscall.Errno(errno))
}

// Hostname is the host's name.
func Hostname() (name string, err error) {
	name, errno := rt.Hostname()
	return name, failed("hostname", errno)
}

// Getwd is the current directory.
func Getwd() (dir string, err error) {
	dir, errno := rt.Getwd()
	return dir, failed("getwd", errno)
}

// Executable is the path of the running program.
func Executable() (string, error) { return rt.Executable(), nil }

// Getpid is the process's number.
func Getpid() int { return rt.Ids(0) }

// Getppid is its parent's.
func Getppid() int { return rt.Ids(1) }

// Getuid is the user's number.
func Getuid() int { return rt.Ids(2) }

// Geteuid is the effective user's number.
func Geteuid() int { return rt.Ids(3) }

// Getgid is the group's number.
func Getgid() int { return rt.Ids(4) }

// Getegid is the effective group's number.
func Getegid() int { return rt.Ids(5) }

// Getpagesize is the size of a page of memory.
func Getpagesize() int { return rt.Ids(6) }

// TempDir is where temporary files go.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// UserHomeDir is the user's directory.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserConfigDir is where the user's settings go.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

// UserCacheDir is where the user's caches go.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

func userDir(key, below string) (string, error) {
	if dir := Getenv(key); dir != "" {
		if dir[0] != '/' {
			return "", errors.New("path in $" + key + " is relative")
		}
		return dir, nil
	}
	dir := Getenv("HOME")
	if dir == "" {
		return "", errors.New("neither $" + key + " nor $HOME are defined")
	}
	return dir + below, nil
}

// IsPathSeparator reports whether c is /.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// Signal is a signal of the operating system.
type Signal interface {
	String() string
	Signal()
}

// The signals that exist everywhere.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)
