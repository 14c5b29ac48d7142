// Package syscall has the error numbers and signals of the operating system.
package syscall

import (
	"errors"
	"internal/oserror"
	"internal/rt"
)

// Errno is an error number.
type Errno uintptr

func (e Errno) Error() string { return rt.Strerror(int(e)) }

// Is makes errors.Is understand what the number means.
func (e Errno) Is(target error) bool {
	meaning := e.meaning()
	return meaning != nil && target == meaning
}

func (e Errno) meaning() error {
	switch e {
	case ENOENT:
		return oserror.ErrNotExist
	case EEXIST, ENOTEMPTY:
		return oserror.ErrExist
	case EPERM, EACCES:
		return oserror.ErrPermission
	case ENOSYS, ENOTSUP:
		return errors.ErrUnsupported
	}
	return nil
}

// Temporary reports whether trying again may help.
func (e Errno) Temporary() bool {
	return e == EINTR || e == EMFILE || e == ENFILE || e.Timeout()
}

// Timeout reports whether time has run out.
func (e Errno) Timeout() bool { return e == EAGAIN || e == ETIMEDOUT }

// The usual error numbers.
const (
	EPERM        Errno = 1
	ENOENT       Errno = 2
	ESRCH        Errno = 3
	EINTR        Errno = 4
	EIO          Errno = 5
	EBADF        Errno = 9
	ECHILD       Errno = 10
	EAGAIN       Errno = 11
	EWOULDBLOCK  Errno = 11
	ENOMEM       Errno = 12
	EACCES       Errno = 13
	EBUSY        Errno = 16
	EEXIST       Errno = 17
	EXDEV        Errno = 18
	ENODEV       Errno = 19
	ENOTDIR      Errno = 20
	EISDIR       Errno = 21
	EINVAL       Errno = 22
	ENFILE       Errno = 23
	EMFILE       Errno = 24
	EFBIG        Errno = 27
	ENOSPC       Errno = 28
	ESPIPE       Errno = 29
	EROFS        Errno = 30
	EPIPE        Errno = 32
	ERANGE       Errno = 34
	ENAMETOOLONG Errno = 36
	ENOSYS       Errno = 38
	ENOTEMPTY    Errno = 39
	ELOOP        Errno = 40
	ENOTSUP      Errno = 95
	EADDRINUSE   Errno = 98
	ECONNRESET   Errno = 104
	ETIMEDOUT    Errno = 110
	ECONNREFUSED Errno = 111
)

// Signal is a signal's number.
type Signal int

// The usual signals.
const (
	SIGHUP  Signal = 1
	SIGINT  Signal = 2
	SIGQUIT Signal = 3
	SIGABRT Signal = 6
	SIGKILL Signal = 9
	SIGUSR1 Signal = 10
	SIGSEGV Signal = 11
	SIGUSR2 Signal = 12
	SIGPIPE Signal = 13
	SIGALRM Signal = 14
	SIGTERM Signal = 15
	SIGCHLD Signal = 17
	SIGCONT Signal = 18
	SIGSTOP Signal = 19
)

// Signal marks it as an os.Signal.
func (s Signal) Signal() {}

func (s Signal) String() string {
	switch s {
	case SIGHUP:
		return "hangup"
	case SIGINT:
		return "interrupt"
	case SIGQUIT:
		return "quit"
	case SIGABRT:
		return "aborted"
	case SIGKILL:
		return "killed"
	case SIGUSR1:
		return "user defined signal 1"
	case SIGSEGV:
		return "segmentation fault"
	case SIGUSR2:
		return "user defined signal 2"
	case SIGPIPE:
		return "broken pipe"
	case SIGALRM:
		return "alarm clock"
	case SIGTERM:
		return "terminated"
	case SIGCHLD:
		return "child exited"
	case SIGCONT:
		return "continued"
	case SIGSTOP:
		return "stopped (signal)"
	}
	n, digits := int(s), ""
	for ; n > 0; n /= 10 {
		digits = string(rune('0'+n%10)) + digits
	}
	return "signal " + digits
}

// Flags of open(2).
const (
	O_RDONLY = 0x0
	O_WRONLY = 0x1
	O_RDWR   = 0x2
	O_APPEND = 0x400
	O_CREAT  = 0x40
	O_EXCL   = 0x80
	O_SYNC   = 0x101000
	O_TRUNC  = 0x200
)

// The standard descriptors.
const (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

// Getpid is the process's number.
func Getpid() (pid int) { return rt.Ids(0) }

// Getppid is the number of the process's parent.
func Getppid() (ppid int) { return rt.Ids(1) }

// Kill sends a signal to a process.
func Kill(pid int, sig Signal) error {
	if errno := rt.Kill(pid, int(sig)); errno != 0 {
		return Errno(errno)
	}
	return nil
}

// Exit ends the program.
func Exit(code int) { rt.Exit(code) }
