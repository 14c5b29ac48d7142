package os

import (
	"internal/rt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Root is a directory of which names cannot lead out, neither by ".." nor by symbolic links.
type Root struct {
	name string
	mu   sync.Mutex
	dir  *File // nil once closed
}

// OpenRoot opens a directory as a Root.
func OpenRoot(name string) (*Root, error) {
	dir, err := Open(name)
	if err != nil {
		return nil, err
	}
	info, err := dir.Stat()
	if err == nil && !info.IsDir() {
		err = &PathError{Op: "open", Path: name, Err: errNegative("not a directory")}
	}
	if err != nil {
		dir.Close()
		return nil, err
	}
	r := &Root{name: name, dir: dir}
	runtime.SetFinalizer(r, (*Root).Close)
	return r, nil
}

// OpenInRoot opens a file inside a directory.
func OpenInRoot(dir, name string) (*File, error) {
	root, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	file, err := root.Open(name)
	root.Close()
	return file, err
}

// Name is what the Root was opened as.
func (r *Root) Name() string { return r.name }

// Close closes the Root; files opened in it stay open.
func (r *Root) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.dir != nil {
		r.dir.Close()
		r.dir = nil
	}
	return nil
}

// maxLinks is how many symbolic links a path may lead through.
const maxLinks = 255

// find is the path of what name means inside the Root. The last part is followed if it is a symbolic link and follow is set.
func (r *Root) find(op, name string, follow bool) (string, error) {
	fail := func(err error) (string, error) { return "", &PathError{Op: op, Path: name, Err: err} }
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.dir == nil {
		return fail(ErrClosed)
	}
	if name == "" {
		return fail(errNegative("empty path"))
	}
	if name[0] == '/' {
		return fail(errEscapes)
	}
	at := "/proc/self/fd/" + strconv.Itoa(int(r.dir.fd))
	var done []string
	todo := strings.Split(name, "/")
	links := 0
	for len(todo) > 0 {
		part := todo[0]
		todo = todo[1:]
		switch part {
		case "", ".":
			continue
		case "..":
			if len(done) == 0 {
				return fail(errEscapes)
			}
			done = done[:len(done)-1]
			continue
		}
		done = append(done, part)
		last := !slices.ContainsFunc(todo, func(s string) bool { return s != "" })
		if last && !follow && len(todo) == 0 {
			break
		}
		target, errno := rt.Readlink(at + "/" + strings.Join(done, "/"))
		if errno != 0 {
			continue // no link, or nothing at all: whoever uses the path will be told
		}
		if links++; links > maxLinks {
			return fail(errLinks)
		}
		if target == "" || target[0] == '/' {
			return fail(errEscapes)
		}
		done = done[:len(done)-1]
		todo = append(strings.Split(target, "/"), todo...)
	}
	if len(done) == 0 {
		return at + "/.", nil
	}
	return at + "/" + strings.Join(done, "/"), nil
}

// renamed makes an error name what the program has named.
func renamed(err error, op, name string) error {
	if pe, ok := err.(*PathError); ok {
		return &PathError{Op: op, Path: name, Err: pe.Err}
	}
	return err
}

// on does one thing to a path inside the Root.
func (r *Root) on(op, name string, follow bool, do func(path string) error) error {
	path, err := r.find(op, name, follow)
	if err != nil {
		return err
	}
	return renamed(do(path), op, name)
}

// Open opens a file for reading.
func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

// Create opens a file for reading and writing, new and empty.
func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666)
}

// OpenFile opens a file in the way flag says.
func (r *Root) OpenFile(name string, flag int, perm FileMode) (f *File, err error) {
	if perm&0o777 != perm {
		return nil, &PathError{Op: "openat", Path: name, Err: errNegative("unsupported file mode")}
	}
	err = r.on("openat", name, flag&(O_CREATE|O_EXCL) != O_CREATE|O_EXCL, func(path string) error {
		f, err = OpenFile(path, flag, perm)
		return err
	})
	if err != nil {
		return nil, err
	}
	f.name = r.name + "/" + name
	return f, nil
}

// OpenRoot opens a directory inside as a Root of its own.
func (r *Root) OpenRoot(name string) (inner *Root, err error) {
	err = r.on("openat", name, true, func(path string) error {
		inner, err = OpenRoot(path)
		return err
	})
	if err != nil {
		return nil, err
	}
	inner.name = r.name + "/" + name
	return inner, nil
}

// Stat describes a file.
func (r *Root) Stat(name string) (info FileInfo, err error) {
	err = r.on("statat", name, true, func(path string) error {
		info, err = describe(path, name, true)
		return err
	})
	return info, err
}

// Lstat describes a file, or a symbolic link itself.
func (r *Root) Lstat(name string) (info FileInfo, err error) {
	err = r.on("lstatat", name, false, func(path string) error {
		info, err = describe(path, name, false)
		return err
	})
	return info, err
}

func describe(path, name string, follow bool) (FileInfo, error) {
	info, err := stat("stat", -1, path, follow)
	if s, ok := info.(*fileStat); ok && err == nil {
		s.name = base(name)
		return s, nil
	}
	return nil, err
}

// Mkdir makes a directory.
func (r *Root) Mkdir(name string, perm FileMode) error {
	return r.on("mkdirat", name, false, func(path string) error { return Mkdir(path, perm) })
}

// MkdirAll makes a directory and those above it.
func (r *Root) MkdirAll(name string, perm FileMode) error {
	return r.on("mkdirat", name, true, func(path string) error { return MkdirAll(path, perm) })
}

// Remove removes a file or an empty directory.
func (r *Root) Remove(name string) error {
	return r.on("removeat", name, false, Remove)
}

// RemoveAll removes a file or a directory with everything in it.
func (r *Root) RemoveAll(name string) error {
	return r.on("RemoveAll", name, false, RemoveAll)
}

// Chmod changes permissions.
func (r *Root) Chmod(name string, mode FileMode) error {
	return r.on("chmodat", name, true, func(path string) error { return Chmod(path, mode) })
}

// Chown changes the owner.
func (r *Root) Chown(name string, uid, gid int) error {
	return r.on("chownat", name, true, func(path string) error { return Chown(path, uid, gid) })
}

// Lchown changes the owner, of a symbolic link itself.
func (r *Root) Lchown(name string, uid, gid int) error {
	return r.on("lchownat", name, false, func(path string) error { return Lchown(path, uid, gid) })
}

// Chtimes changes times.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	return r.on("chtimesat", name, true, func(path string) error { return Chtimes(path, atime, mtime) })
}

// Readlink is what a symbolic link holds.
func (r *Root) Readlink(name string) (target string, err error) {
	err = r.on("readlinkat", name, false, func(path string) error {
		target, err = Readlink(path)
		return err
	})
	return target, err
}

// two does one thing to two paths inside the Root.
func (r *Root) two(op, oldname, newname string, do func(a, b string) error) error {
	fail := func(err error) error {
		switch e := err.(type) {
		case *PathError:
			err = e.Err
		case *LinkError:
			err = e.Err
		}
		return &LinkError{Op: op, Old: oldname, New: newname, Err: err}
	}
	a, err := r.find(op, oldname, false)
	if err != nil {
		return fail(err)
	}
	b, err := r.find(op, newname, false)
	if err != nil {
		return fail(err)
	}
	if err := do(a, b); err != nil {
		return fail(err)
	}
	return nil
}

// Rename gives a file another name.
func (r *Root) Rename(oldname, newname string) error {
	return r.two("renameat", oldname, newname, Rename)
}

// Link gives a file a second name.
func (r *Root) Link(oldname, newname string) error { return r.two("linkat", oldname, newname, Link) }

// Symlink makes a symbolic link, which may lead anywhere; the Root will not follow it out.
func (r *Root) Symlink(oldname, newname string) error {
	path, err := r.find("symlinkat", newname, false)
	if err == nil {
		err = Symlink(oldname, path)
	}
	switch e := err.(type) {
	case nil:
		return nil
	case *PathError:
		err = e.Err
	case *LinkError:
		err = e.Err
	}
	return &LinkError{Op: "symlinkat", Old: oldname, New: newname, Err: err}
}

// ReadFile is the contents of a file.
func (r *Root) ReadFile(name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// WriteFile makes data the contents of a file.
func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

// FS is the Root as a file system.
func (r *Root) FS() fs.FS { return rootFS{r} }

type rootFS struct{ r *Root }

func (fsys rootFS) check(op, name string) error {
	if !fs.ValidPath(name) {
		return &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return nil
}

func (fsys rootFS) Open(name string) (fs.File, error) {
	if err := fsys.check("open", name); err != nil {
		return nil, err
	}
	f, err := fsys.r.Open(name)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (fsys rootFS) ReadDir(name string) ([]DirEntry, error) {
	if err := fsys.check("readdir", name); err != nil {
		return nil, err
	}
	f, err := fsys.r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

func (fsys rootFS) ReadFile(name string) ([]byte, error) {
	if err := fsys.check("readfile", name); err != nil {
		return nil, err
	}
	return fsys.r.ReadFile(name)
}

func (fsys rootFS) Stat(name string) (FileInfo, error) {
	if err := fsys.check("stat", name); err != nil {
		return nil, err
	}
	return fsys.r.Stat(name)
}

func (fsys rootFS) Lstat(name string) (FileInfo, error) {
	if err := fsys.check("lstat", name); err != nil {
		return nil, err
	}
	return fsys.r.Lstat(name)
}

func (fsys rootFS) ReadLink(name string) (string, error) {
	if err := fsys.check("readlink", name); err != nil {
		return "", err
	}
	return fsys.r.Readlink(name)
}
