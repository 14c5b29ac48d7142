package rt

// NumCPU is how many threads may run at once.
func NumCPU() int

// GOMAXPROCS sets the number of P's if n is positive, and returns what it was.
func GOMAXPROCS(n int) int

// NumGoroutine is how many goroutines there are.
func NumGoroutine() int

// GC collects.
func GC()

// FreeOSMemory collects and gives free memory back.
func FreeOSMemory()

// SetGCPercent, SetMemoryLimit and SetMaxStack set a limit and return what it was. -1 turns the collector off.
func SetGCPercent(percent int) int

// SetMemoryLimit leaves the limit if it is negative.
func SetMemoryLimit(limit int64) int64

// SetMaxStack is in bytes.
func SetMaxStack(bytes int) int

// MemStats fills s: bytes in live objects, bytes allocated ever, bytes from the system, objects
// allocated ever, objects freed, bytes of the heap from the system, unused bytes of it, bytes given back, next goal, end of the last
// collection (ns since 1970), pauses in ns, collections, bytes in stacks.
func MemStats(s *[13]uint64)

// Stack writes the stack of this goroutine, or of all of them, as a panic does.
func Stack(buf []byte, all bool) int

// Callers fills pc with the return addresses of the calling goroutine. skip 0 begins with the function that calls Callers.
func Callers(skip int, pc []uintptr) int

// FuncInfo describes the function and the line of a return address.
func FuncInfo(pc uintptr) (name, file string, line int, entry uintptr, ok bool)

// SetTraceback sets what a panic prints as GOTRACEBACK does: "none", "single", "all".
func SetTraceback(level string)

// Testing reports whether the program is a test.
func Testing() bool

// Version is the version of the language, like "go1.27".
func Version() string

// GCPauses fills list with the last pauses of the collector, newest first: length and end (since 1970) of each, in nanoseconds. It
// returns how many there are.
func GCPauses(list []uint64) int
