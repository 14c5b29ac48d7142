package rt

// The natives below are the operating system's. An errno of 0 is success. Those that may block
// park the goroutine while another thread does the work.

// FileOpen opens a file with the flags and permissions of open(2).
func FileOpen(name string, flag int, perm uint32) (fd, errno int)

// FileRead reads at the file's offset; n is 0 at the end of the file.
func FileRead(fd int, p []byte) (n, errno int)

// FilePread reads at the given offset.
func FilePread(fd int, p []byte, off int64) (n, errno int)

// FileWrite writes all of p, or says how much it wrote.
func FileWrite(fd int, p []byte) (n, errno int)

// FilePwrite writes at the given offset.
func FilePwrite(fd int, p []byte, off int64) (n, errno int)

// FileSeek sets the file's offset.
func FileSeek(fd int, off int64, whence int) (pos int64, errno int)

// FileClose closes fd.
func FileClose(fd int) (errno int)

// FileSync writes the file through to the disk.
func FileSync(fd int) (errno int)

// FileTruncate changes the size of an open file.
func FileTruncate(fd int, size int64) (errno int)

// FileStat describes the open file fd, or, if fd is negative, the file called name; follow follows a symbolic link.
// mode is st_mode.
func FileStat(fd int, name string, follow bool) (mode uint32, size, sec, nsec int64, dev, ino uint64, errno int)

// ReadDir lists a directory, sorted by name, with the st_mode type bits of each entry (0 if unknown).
func ReadDir(name string) (names []string, types []uint32, errno int)

// Pipe makes a pipe.
func Pipe() (r, w, errno int)

// PathOp does one thing to a path. See the Op constants for the use of b and n.
func PathOp(op int, a, b string, n int64) (errno int)

// Operations of PathOp.
const (
	OpMkdir    = iota // a, mode n
	OpUnlink          // a
	OpRmdir           // a
	OpRename          // a to b
	OpLink            // a as b
	OpSymlink         // a as b
	OpChmod           // a, mode n
	OpTruncate        // a to size n
	OpChdir           // a
	OpChtimes         // a, modification time n in nanoseconds
	OpChown           // a, user n>>32, group n&(1<<32-1)
	OpLchown          // the same without following a symbolic link
)

// Readlink is what the symbolic link name holds.
func Readlink(name string) (target string, errno int)

// Getwd is the current directory.
func Getwd() (dir string, errno int)

// Hostname is the host's name.
func Hostname() (name string, errno int)

// Executable is the path of the running program.
func Executable() string

// Args are the program's name and arguments.
func Args() []string

// Environ is the environment, as "key=value".
func Environ() []string

// Getenv looks up one variable.
func Getenv(key string) (value string, found bool)

// Setenv sets one variable, and removes it if set is false.
func Setenv(key, value string, set bool)

// Ids are numbers of this process: 0 pid, 1 parent's pid, 2 uid, 3 effective uid, 4 gid, 5 effective gid, 6 page size.
func Ids(which int) int

// Kill sends a signal.
func Kill(pid, signal int) (errno int)

// Exit ends the program at once.
func Exit(code int)

// Strerror is the text of an error number, as syscall.Errno prints it.
func Strerror(errno int) string

// Sigpipe ends the program as a write to a broken standard output does.
func Sigpipe()
