package os

import (
	"errors"
	"syscall"
)

// Process is a process of the operating system.
type Process struct{ Pid int }

// FindProcess is the process with that number, whether there is one or not.
func FindProcess(pid int) (*Process, error) { return &Process{pid}, nil }

// Signal sends a signal to the process.
func (p *Process) Signal(sig Signal) error {
	if p.Pid <= 0 {
		return errors.New("os: process not initialized")
	}
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	err := syscall.Kill(p.Pid, s)
	if err == syscall.Errno(3) { // ESRCH
		return ErrProcessDone
	}
	return err
}

// Kill ends the process at once.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Release does nothing.
func (p *Process) Release() error { return nil }
