package os

import (
	"internal/rt"
	"internal/stdio"
	"io"
	"io/fs"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"
)

// Flags of OpenFile.
const (
	O_RDONLY int = 0x0
	O_WRONLY int = 0x1
	O_RDWR   int = 0x2
	O_APPEND int = 0x400
	O_CREATE int = 0x40
	O_EXCL   int = 0x80
	O_SYNC   int = 0x101000
	O_TRUNC  int = 0x200
)

// FileInfo, DirEntry and FileMode are those of io/fs.
type (
	FileInfo = fs.FileInfo
	DirEntry = fs.DirEntry
	FileMode = fs.FileMode
)

// The bits of a FileMode.
const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

// The standard streams.
var (
	Stdin  = NewFile(0, "/dev/stdin")
	Stdout = NewFile(1, "/dev/stdout")
	Stderr = NewFile(2, "/dev/stderr")
)

func init() {
	stdio.Stdout = func() stdio.Writer { return Stdout }
	stdio.Stdin = func() stdio.Reader { return Stdin }
}

// File is an open file.
type File struct {
	fd     int32 // -1 once closed
	append bool
	name   string
	dir    []DirEntry // what Readdir has not returned yet
	dirOK  bool
}

// NewFile makes a File of a descriptor.
func NewFile(fd uintptr, name string) *File { return &File{fd: int32(fd), name: name} }

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create opens a file for reading and writing, new and empty.
func Create(name string) (*File, error) {
	return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenFile opens a file in the way flag says; perm is for one that it creates.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, errno := rt.FileOpen(name, flag, unixMode(perm))
	if errno != 0 {
		return nil, pathError("open", name, errno)
	}
	return &File{fd: int32(fd), append: flag&O_APPEND != 0, name: name}, nil
}

func unixMode(m FileMode) uint32 {
	u := uint32(m.Perm())
	if m&ModeSetuid != 0 {
		u |= 0o4000
	}
	if m&ModeSetgid != 0 {
		u |= 0o2000
	}
	if m&ModeSticky != 0 {
		u |= 0o1000
	}
	return u
}

func pathError(op, name string, errno int) error {
	if errno == 0 {
		return nil
	}
	return &PathError{Op: op, Path: name, Err: syscall.Errno(errno)}
}

// use is the descriptor, or an error if the file can not be used.
func (f *File) use(op string) (int, error) {
	if f == nil {
		return -1, ErrInvalid
	}
	fd := atomic.LoadInt32(&f.fd)
	if fd < 0 {
		return -1, &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return int(fd), nil
}

// Name is what it was opened as.
func (f *File) Name() string { return f.name }

// Fd is its descriptor.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	return uintptr(atomic.LoadInt32(&f.fd))
}

// Close closes it.
func (f *File) Close() error {
	if f == nil {
		return ErrInvalid
	}
	fd := atomic.SwapInt32(&f.fd, -1)
	if fd < 0 {
		return &PathError{Op: "close", Path: f.name, Err: ErrClosed}
	}
	return pathError("close", f.name, rt.FileClose(int(fd)))
}

func (f *File) Read(b []byte) (n int, err error) {
	fd, err := f.use("read")
	if err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	n, errno := rt.FileRead(fd, b)
	if errno != 0 {
		return n, pathError("read", f.name, errno)
	}
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// ReadAt fills b from offset off.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	fd, err := f.use("read")
	if err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errNegative("negative offset")}
	}
	for len(b) > 0 {
		m, errno := rt.FilePread(fd, b, off)
		if errno != 0 {
			return n, pathError("read", f.name, errno)
		}
		if m == 0 {
			return n, io.EOF
		}
		n += m
		b = b[m:]
		off += int64(m)
	}
	return n, nil
}

type errNegative string

func (e errNegative) Error() string { return string(e) }

func (f *File) Write(b []byte) (n int, err error) {
	fd, err := f.use("write")
	if err != nil {
		return 0, err
	}
	n, errno := rt.FileWrite(fd, b)
	if errno != 0 {
		if syscall.Errno(errno) == syscall.EPIPE && (fd == 1 || fd == 2) {
			rt.Sigpipe()
		}
		return n, pathError("write", f.name, errno)
	}
	return n, nil
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) { return f.Write([]byte(s)) }

// WriteAt writes b at offset off.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	fd, err := f.use("write")
	if err != nil {
		return 0, err
	}
	if f.append {
		return 0, errNegative("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errNegative("negative offset")}
	}
	n, errno := rt.FilePwrite(fd, b, off)
	return n, pathError("write", f.name, errno)
}

// Seek sets the offset of the next Read or Write.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	fd, err := f.use("seek")
	if err != nil {
		return 0, err
	}
	ret, errno := rt.FileSeek(fd, offset, whence)
	if errno != 0 {
		return 0, pathError("seek", f.name, errno)
	}
	f.dirOK = false
	return ret, nil
}

// Sync writes the file through to the disk.
func (f *File) Sync() error {
	fd, err := f.use("sync")
	if err != nil {
		return err
	}
	return pathError("sync", f.name, rt.FileSync(fd))
}

// Truncate changes its size.
func (f *File) Truncate(size int64) error {
	fd, err := f.use("truncate")
	if err != nil {
		return err
	}
	return pathError("truncate", f.name, rt.FileTruncate(fd, size))
}

// byNumber is a path to an open file that stays right when it is renamed.
func byNumber(fd int) string { return "/proc/self/fd/" + strconv.Itoa(fd) }

// through does one thing to the open file as if by its name.
func (f *File) through(call string, code int, n int64) error {
	fd, err := f.use(call)
	if err != nil {
		return err
	}
	return pathError(call, f.name, rt.PathOp(code, byNumber(fd), "", n))
}

// Chmod changes its permissions.
func (f *File) Chmod(mode FileMode) error {
	return f.through("chmod", rt.OpChmod, int64(unixMode(mode)))
}

// Chown changes the user and the group it belongs to.
func (f *File) Chown(uid, gid int) error { return f.through("chown", rt.OpChown, owner(uid, gid)) }

// Chdir makes it the current directory.
func (f *File) Chdir() error { return f.through("chdir", rt.OpChdir, 0) }

// SetDeadline is not supported for files.
func (f *File) SetDeadline(t time.Time) error { return ErrNoDeadline }

// SetReadDeadline is not supported for files.
func (f *File) SetReadDeadline(t time.Time) error { return ErrNoDeadline }

// SetWriteDeadline is not supported for files.
func (f *File) SetWriteDeadline(t time.Time) error { return ErrNoDeadline }

// Stat describes the file.
func (f *File) Stat() (FileInfo, error) {
	fd, err := f.use("stat")
	if err != nil {
		return nil, err
	}
	return stat("stat", fd, f.name, true)
}

// ReadDir is the next n entries of the directory, in order of names; all if n is not positive.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	fd, err := f.use("readdir")
	if err != nil {
		return nil, err
	}
	if !f.dirOK {
		list, err := readDir(byNumber(fd), f.name)
		if err != nil {
			return nil, pathError("readdirent", f.name, int(err.(*PathError).Err.(syscall.Errno)))
		}
		f.dir, f.dirOK = list, true
	}
	list := f.dir
	if n > 0 {
		if len(list) == 0 {
			return nil, io.EOF
		}
		list = list[:min(n, len(list))]
	}
	f.dir = f.dir[len(list):]
	return list, nil
}

// Readdir is ReadDir with descriptions.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	list, err := f.ReadDir(n)
	infos := make([]FileInfo, 0, len(list))
	for _, entry := range list {
		if info, err := entry.Info(); err == nil {
			infos = append(infos, info)
		}
	}
	return infos, err
}

// Readdirnames is ReadDir with names alone.
func (f *File) Readdirnames(n int) (names []string, err error) {
	list, err := f.ReadDir(n)
	for _, entry := range list {
		names = append(names, entry.Name())
	}
	return names, err
}

// readerOnly and writerOnly hide methods from io.Copy.
type (
	readerOnly struct{ io.Reader }
	writerOnly struct{ io.Writer }
)

// ReadFrom writes all that r has.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) { return io.Copy(writerOnly{f}, r) }

// WriteTo writes the rest of the file to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) { return io.Copy(w, readerOnly{f}) }

// Pipe makes a pipe.
func Pipe() (r *File, w *File, err error) {
	a, b, errno := rt.Pipe()
	if errno != 0 {
		return nil, nil, failed("pipe2", errno)
	}
	return NewFile(uintptr(a), "|0"), NewFile(uintptr(b), "|1"), nil
}

// ReadFile is the contents of a file.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := 0
	if _, n, _, _, _, _, errno := rt.FileStat(int(f.fd), "", true); errno == 0 && 0 < n && n < 1<<30 {
		size = int(n)
	}
	b := make([]byte, 0, max(size+1, 512))
	for {
		n, err := f.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return b, err
		}
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
	}
}

// WriteFile makes data the contents of a file.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}
