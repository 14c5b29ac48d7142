package os

import (
	"errors"
	"internal/rt"
	"io/fs"
	"syscall"
	"time"
)

type fileStat struct {
	name     string
	size     int64
	mode     FileMode
	time     time.Time
	dev, ino uint64
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return s.time }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return nil }

// modeOf makes a FileMode of st_mode.
func modeOf(m uint32) FileMode {
	mode := FileMode(m & 0777)
	switch m & 0o170000 {
	case 0o040000:
		mode |= ModeDir
	case 0o120000:
		mode |= ModeSymlink
	case 0o010000:
		mode |= ModeNamedPipe
	case 0o140000:
		mode |= ModeSocket
	case 0o060000:
		mode |= ModeDevice
	case 0o020000:
		mode |= ModeDevice | ModeCharDevice
	}
	if m&0o4000 != 0 {
		mode |= ModeSetuid
	}
	if m&0o2000 != 0 {
		mode |= ModeSetgid
	}
	if m&0o1000 != 0 {
		mode |= ModeSticky
	}
	return mode
}

func base(name string) string {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 1; i >= 0 && len(name) > 1; i-- {
		if name[i] == '/' {
			return name[i+1:]
		}
	}
	return name
}

func stat(op string, fd int, name string, follow bool) (FileInfo, error) {
	mode, size, sec, nsec, dev, ino, errno := rt.FileStat(fd, name, follow)
	if errno != 0 {
		return nil, pathError(op, name, errno)
	}
	return &fileStat{base(name), size, modeOf(mode), time.Unix(sec, nsec), dev, ino}, nil
}

// Stat describes the named file.
func Stat(name string) (FileInfo, error) { return stat("stat", -1, name, true) }

// Lstat is Stat that does not follow a symbolic link.
func Lstat(name string) (FileInfo, error) { return stat("lstat", -1, name, false) }

// SameFile reports whether both describe the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.dev == b.dev && a.ino == b.ino
}

type dirEntry struct {
	dir  string
	name string
	mode FileMode
}

func (e *dirEntry) Name() string            { return e.name }
func (e *dirEntry) IsDir() bool             { return e.mode.IsDir() }
func (e *dirEntry) Type() FileMode          { return e.mode }
func (e *dirEntry) Info() (FileInfo, error) { return Lstat(e.dir + "/" + e.name) }
func (e *dirEntry) String() string          { return fs.FormatDirEntry(e) }

// ReadDir is the entries of a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) { return readDir(name, name) }

// readDir lists the directory at path, which the program calls name.
func readDir(path, name string) ([]DirEntry, error) {
	names, types, errno := rt.ReadDir(path)
	if errno != 0 {
		return nil, pathError("open", name, errno)
	}
	list := make([]DirEntry, len(names))
	for i := range names {
		list[i] = &dirEntry{name, names[i], modeOf(types[i]).Type()}
	}
	return list, nil
}

func op(call string, code int, name string, n int64) error {
	return pathError(call, name, rt.PathOp(code, name, "", n))
}

func linkOp(call string, code int, oldname, newname string) error {
	if errno := rt.PathOp(code, oldname, newname, 0); errno != 0 {
		return &LinkError{call, oldname, newname, syscall.Errno(errno)}
	}
	return nil
}

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	return op("mkdir", rt.OpMkdir, name, int64(unixMode(perm)))
}

// MkdirAll makes a directory and those above it.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return &PathError{Op: "mkdir", Path: path, Err: syscall.ENOTDIR}
	}
	i := len(path)
	for i > 0 && path[i-1] == '/' {
		i--
	}
	for i > 0 && path[i-1] != '/' {
		i--
	}
	if i > 1 {
		if err := MkdirAll(path[:i-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, serr := Lstat(path); serr == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	errno := rt.PathOp(rt.OpUnlink, name, "", 0)
	if errno == 0 {
		return nil
	}
	second := rt.PathOp(rt.OpRmdir, name, "", 0)
	if second == 0 {
		return nil
	}
	if syscall.Errno(second) != syscall.ENOTDIR {
		errno = second
	}
	return pathError("remove", name, errno)
}

// RemoveAll removes path and all that is in it; it may be absent.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if base(path) == "." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	err := Remove(path)
	if err == nil || IsNotExist(err) {
		return nil
	}
	info, serr := Lstat(path)
	if serr != nil {
		if IsNotExist(serr) {
			return nil
		}
		return serr
	}
	if !info.IsDir() {
		return err
	}
	list, rerr := ReadDir(path)
	if rerr != nil && !IsNotExist(rerr) {
		return rerr
	}
	for _, entry := range list {
		if err := RemoveAll(path + "/" + entry.Name()); err != nil {
			return err
		}
	}
	if err = Remove(path); IsNotExist(err) {
		return nil
	}
	return err
}

// Rename renames a file.
func Rename(oldpath, newpath string) error {
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		if old, err := Lstat(oldpath); err == nil && !(SameFile(old, info) || old.IsDir()) {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return linkOp("rename", rt.OpRename, oldpath, newpath)
}

// Link makes a second name for a file.
func Link(oldname, newname string) error { return linkOp("link", rt.OpLink, oldname, newname) }

// Symlink makes a symbolic link.
func Symlink(oldname, newname string) error {
	return linkOp("symlink", rt.OpSymlink, oldname, newname)
}

// Readlink is what a symbolic link holds.
func Readlink(name string) (string, error) {
	target, errno := rt.Readlink(name)
	return target, pathError("readlink", name, errno)
}

// Chmod changes permissions.
func Chmod(name string, mode FileMode) error {
	return op("chmod", rt.OpChmod, name, int64(unixMode(mode)))
}

// Truncate changes a file's size.
func Truncate(name string, size int64) error { return op("truncate", rt.OpTruncate, name, size) }

// Chdir changes the current directory.
func Chdir(dir string) error { return op("chdir", rt.OpChdir, dir, 0) }

// Chtimes changes the times of a file.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	return op("chtimes", rt.OpChtimes, name, mtime.UnixNano())
}

func tempName(dir, pattern string, try func(name string) error) error {
	if dir == "" {
		dir = TempDir()
	}
	prefix, suffix := pattern, ""
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '*' {
			prefix, suffix = pattern[:i], pattern[i+1:]
			break
		}
	}
	for i := range len(pattern) {
		if pattern[i] == '/' {
			return errors.New("pattern contains path separator")
		}
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	for range 10000 {
		digits := ""
		for n := uint32(rt.Rand64()); n > 0; n /= 10 {
			digits = string(rune('0'+n%10)) + digits
		}
		err := try(dir + prefix + digits + suffix)
		if !IsExist(err) {
			return err
		}
	}
	return &PathError{Op: "createtemp", Path: dir + prefix + "*" + suffix, Err: ErrExist}
}

// CreateTemp makes a new file in dir; the last * of pattern becomes a random number.
func CreateTemp(dir, pattern string) (f *File, err error) {
	err = tempName(dir, pattern, func(name string) (err error) {
		f, err = OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0600)
		return err
	})
	return f, err
}

// MkdirTemp makes a new directory in dir.
func MkdirTemp(dir, pattern string) (name string, err error) {
	err = tempName(dir, pattern, func(n string) error {
		name = n
		return Mkdir(n, 0700)
	})
	if err != nil {
		return "", err
	}
	return name, nil
}

// DirFS is the files under dir.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

func (d dirFS) path(op, name string) (string, error) {
	switch {
	case d == "":
		return "", &PathError{Op: op, Path: name, Err: errors.New("os: DirFS with empty root")}
	case !fs.ValidPath(name):
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	case d == "/":
		return "/" + name, nil
	}
	return string(d) + "/" + name, nil
}

// below makes the path in an error the one within the file system.
func below(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (d dirFS) Open(name string) (fs.File, error) {
	path, err := d.path("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(path)
	if err != nil {
		return nil, below(err, name)
	}
	return f, nil
}

func (d dirFS) ReadFile(name string) ([]byte, error) {
	path, err := d.path("readfile", name)
	if err != nil {
		return nil, err
	}
	b, err := ReadFile(path)
	return b, below(err, name)
}

func (d dirFS) ReadDir(name string) ([]DirEntry, error) {
	path, err := d.path("readdir", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(path)
	return list, below(err, name)
}

func (d dirFS) Lstat(name string) (FileInfo, error) {
	path, err := d.path("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(path)
	return info, below(err, name)
}

func (d dirFS) ReadLink(name string) (string, error) {
	path, err := d.path("readlink", name)
	if err != nil {
		return "", err
	}
	link, err := Readlink(path)
	return link, below(err, name)
}

func (d dirFS) Stat(name string) (FileInfo, error) {
	path, err := d.path("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(path)
	return info, below(err, name)
}
