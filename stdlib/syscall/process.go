package syscall

// WaitStatus is how a process has ended or stopped, as wait(2) tells it.
type WaitStatus uint32

func (w WaitStatus) low() WaitStatus { return w & 0x7f }

// Exited reports whether it ended by itself.
func (w WaitStatus) Exited() bool { return w.low() == 0 }

// ExitStatus is the status it ended with, -1 if a signal ended it.
func (w WaitStatus) ExitStatus() int {
	if !w.Exited() {
		return -1
	}
	return int(w>>8) & 0xff
}

// Signaled reports whether a signal ended it.
func (w WaitStatus) Signaled() bool { return w.low() != 0 && w.low() != 0x7f }

// Signal is that signal, -1 without one.
func (w WaitStatus) Signal() Signal {
	if !w.Signaled() {
		return -1
	}
	return Signal(w.low())
}

// CoreDump reports whether it left an image of its memory.
func (w WaitStatus) CoreDump() bool { return w.Signaled() && w&0x80 != 0 }

// Stopped reports whether it has been stopped.
func (w WaitStatus) Stopped() bool { return w&0xff == 0x7f }

// StopSignal is the signal that stopped it, -1 without one.
func (w WaitStatus) StopSignal() Signal {
	if !w.Stopped() {
		return -1
	}
	return Signal(w>>8) & 0xff
}

// Continued reports whether it goes on after a stop.
func (w WaitStatus) Continued() bool { return w == 0xffff }

// SysProcAttr are special wishes for a new process.
type SysProcAttr struct {
	Setsid  bool // it begins a session
	Setpgid bool // its process group is Pgid, or a new one if that is 0
	Pgid    int
}

// Timeval is a time in seconds and microseconds.
type Timeval struct{ Sec, Usec int64 }

// Nano is the time in nanoseconds.
func (tv *Timeval) Nano() int64 { return tv.Sec*1e9 + tv.Usec*1e3 }

// NsecToTimeval makes a Timeval of nanoseconds.
func NsecToTimeval(nsec int64) Timeval { return Timeval{nsec / 1e9, nsec % 1e9 / 1e3} }

// Rusage is what a process has used. Only the times are known.
type Rusage struct {
	Utime, Stime                                       Timeval
	Maxrss, Ixrss, Idrss, Isrss, Minflt, Majflt, Nswap int64
	Inblock, Oublock, Msgsnd, Msgrcv, Nsignals         int64
	Nvcsw, Nivcsw                                      int64
}
