// Package runtime is what a program may ask of the machine that runs it.
package runtime

import "internal/rt"

// What the machine is.
const (
	Compiler = "gc"
	GOARCH   = "amd64"
	GOOS     = "linux"
)

// MemProfileRate does nothing here.
var MemProfileRate int = 512 * 1024

// NumCPU is how many threads may run at once.
func NumCPU() int { return rt.NumCPU() }

// NumCgoCall is 0: there is no C.
func NumCgoCall() int64 { return 0 }

// NumGoroutine is how many goroutines there are.
func NumGoroutine() int { return rt.NumGoroutine() }

// GOMAXPROCS sets how many goroutines may run at once, if n is positive, and returns what it was.
func GOMAXPROCS(n int) int { return rt.GOMAXPROCS(n) }

// SetDefaultGOMAXPROCS goes back to the default.
func SetDefaultGOMAXPROCS() { rt.GOMAXPROCS(rt.NumCPU()) }

// Gosched lets other goroutines run.
func Gosched() { rt.Gosched() }

// Goexit runs the deferred calls and ends the goroutine.
func Goexit() { rt.Goexit() }

// KeepAlive keeps x reachable until here.
func KeepAlive(x any) {}

// Pinner pins objects; nothing moves here anyway.
type Pinner struct{ refs []any }

// Pin keeps the object reachable.
func (p *Pinner) Pin(pointer any) { p.refs = append(p.refs, pointer) }

// Unpin lets go of all.
func (p *Pinner) Unpin() { p.refs = nil }

// LockOSThread has no effect that a program could see.
func LockOSThread() {}

// UnlockOSThread undoes LockOSThread.
func UnlockOSThread() {}

// Version is the version of the language.
func Version() string { return rt.Version() }

// GOROOT is empty: the library is inside the program.
func GOROOT() string {
	dir, _ := rt.Getenv("GOROOT")
	return dir
}

// Breakpoint does nothing.
func Breakpoint() {}

// SetBlockProfileRate does nothing.
func SetBlockProfileRate(rate int) {}

// SetMutexProfileFraction does nothing.
func SetMutexProfileFraction(rate int) int { return 0 }

// SetCPUProfileRate does nothing.
func SetCPUProfileRate(hz int) {}

// Stack writes the stack of this goroutine, or of all, into buf, and returns how much it wrote.
func Stack(buf []byte, all bool) int { return rt.Stack(buf, all) }

// Caller is the position of the caller's caller number skip.
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var pcs [1]uintptr
	if rt.Callers(skip+1, pcs[:]) < 1 {
		return 0, "", 0, false
	}
	_, file, line, _, ok = rt.FuncInfo(pcs[0])
	return pcs[0], file, line, ok
}

// Callers fills pc with return addresses; skip 0 begins with Callers itself.
func Callers(skip int, pc []uintptr) int { return rt.Callers(skip, pc) }

// Func is a function of the program.
type Func struct {
	name  string
	entry uintptr
}

// FuncForPC is the function that contains pc.
func FuncForPC(pc uintptr) *Func {
	name, _, _, entry, ok := rt.FuncInfo(pc)
	if !ok {
		return nil
	}
	return &Func{name, entry}
}

// Name is its name.
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry is where it begins.
func (f *Func) Entry() uintptr { return f.entry }

// FileLine is the position of pc.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	_, file, line, _, _ = rt.FuncInfo(pc)
	return file, line
}

// Frame is one call of a stack.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// Frames are the calls of a slice of return addresses.
type Frames struct{ pcs []uintptr }

// CallersFrames makes Frames of what Callers returned.
func CallersFrames(callers []uintptr) *Frames { return &Frames{callers} }

// Next is the next frame, and whether there are more.
func (f *Frames) Next() (frame Frame, more bool) {
	if len(f.pcs) == 0 {
		return Frame{}, false
	}
	pc := f.pcs[0]
	f.pcs = f.pcs[1:]
	name, file, line, entry, ok := rt.FuncInfo(pc)
	if ok {
		frame = Frame{pc, &Func{name, entry}, name, file, line, entry}
	}
	return frame, len(f.pcs) > 0
}

// StackRecord is a stack in a profile.
type StackRecord struct{ Stack0 [32]uintptr }

// Stack is its addresses.
func (r *StackRecord) Stack() []uintptr {
	for i, pc := range r.Stack0 {
		if pc == 0 {
			return r.Stack0[:i]
		}
	}
	return r.Stack0[:]
}
