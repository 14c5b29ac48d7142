package os

import (
	"errors"
	"internal/rt"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"
)

// Process is a process of the operating system.
type Process struct {
	Pid  int
	over atomic.Bool // it has been waited for, or let go
}

// ProcAttr is what a new process begins with.
type ProcAttr struct {
	Dir   string               // current directory; "": that of this process
	Env   []string             // as Environ gives it; nil: that of this process
	Files []*File              // its descriptors 0, 1, 2 and so on; nil: closed
	Sys   *syscall.SysProcAttr // special wishes
}

// StartProcess starts the program at name with these arguments, the first of which is its name.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	if attr.Dir != "" && attr.Sys == nil {
		// Better than blaming the program for a directory that is missing.
		if _, err := Stat(attr.Dir); err != nil {
			pe := err.(*PathError)
			pe.Op = "chdir"
			return nil, pe
		}
	}
	env := attr.Env
	if env == nil {
		env = Environ()
	}
	fds := make([]int, 0, len(attr.Files))
	for _, f := range attr.Files {
		fd := -1
		if f != nil {
			fd = int(int32(f.Fd()))
		}
		fds = append(fds, fd)
	}
	flags, pgid := 0, 0
	if sys := attr.Sys; sys != nil {
		if sys.Setpgid {
			flags, pgid = 1, sys.Pgid
		}
		if sys.Setsid {
			flags |= 2
		}
	}
	pid, errno := rt.Spawn(name, argv, env, attr.Dir, fds, flags, pgid)
	if errno != 0 {
		return nil, pathError("fork/exec", name, errno)
	}
	return &Process{Pid: pid}, nil
}

// FindProcess is the process with that number, whether there is one or not.
func FindProcess(pid int) (*Process, error) { return &Process{Pid: pid}, nil }

// Signal sends a signal to the process.
func (p *Process) Signal(sig Signal) error {
	switch {
	case p.Pid == -1:
		return errors.New("os: process already released")
	case p.Pid == 0:
		return errors.New("os: process not initialized")
	case p.over.Load():
		return ErrProcessDone
	}
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	err := syscall.Kill(p.Pid, s)
	if err == syscall.ESRCH {
		return ErrProcessDone
	}
	return err
}

// Kill ends the process at once.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Release lets go of the process; it cannot be waited for any more.
func (p *Process) Release() error {
	p.over.Store(true)
	p.Pid = -1
	return nil
}

// Wait waits until the process, a child of this one, has ended.
func (p *Process) Wait() (*ProcessState, error) {
	if p == nil || p.Pid == -1 {
		return nil, syscall.EINVAL
	}
	if p.over.Load() {
		return nil, failed("wait", int(syscall.ECHILD))
	}
	status, user, system, errno := rt.WaitProcess(p.Pid)
	if errno != 0 {
		return nil, failed("wait", errno)
	}
	p.over.Store(true)
	return &ProcessState{p.Pid, syscall.WaitStatus(status), time.Duration(user), time.Duration(system)}, nil
}

// ProcessState is how a process has ended.
type ProcessState struct {
	pid          int
	status       syscall.WaitStatus
	user, system time.Duration
}

// Pid is the number the process had.
func (p *ProcessState) Pid() int { return p.pid }

// Exited reports whether the program ended by itself, not by a signal.
func (p *ProcessState) Exited() bool { return p.status.Exited() }

// Success reports whether it ended with status 0.
func (p *ProcessState) Success() bool { return p.status.ExitStatus() == 0 }

// ExitCode is its status, -1 if it has none.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

// Sys is the syscall.WaitStatus.
func (p *ProcessState) Sys() any { return p.status }

// SysUsage is a *syscall.Rusage with the times.
func (p *ProcessState) SysUsage() any {
	return &syscall.Rusage{Utime: syscall.NsecToTimeval(int64(p.user)), Stime: syscall.NsecToTimeval(int64(p.system))}
}

// UserTime is how long it computed.
func (p *ProcessState) UserTime() time.Duration { return p.user }

// SystemTime is how long the system worked for it.
func (p *ProcessState) SystemTime() time.Duration { return p.system }

func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	text := ""
	switch s := p.status; {
	case s.Exited():
		text = "exit status " + strconv.Itoa(s.ExitStatus())
	case s.Signaled():
		text = "signal: " + s.Signal().String()
	case s.Stopped():
		text = "stop signal: " + s.StopSignal().String()
	case s.Continued():
		text = "continued"
	}
	if p.status.CoreDump() {
		text += " (core dumped)"
	}
	return text
}
