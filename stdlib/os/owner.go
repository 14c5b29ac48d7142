package os

import (
	"errors"
	"internal/rt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"syscall"
)

// owner is a user and a group as PathOp takes them.
func owner(uid, gid int) int64 { return int64(uid)<<32 | int64(uint32(gid)) }

// Chown changes the user and the group a file belongs to; -1 leaves one as it is.
func Chown(name string, uid, gid int) error { return op("chown", rt.OpChown, name, owner(uid, gid)) }

// Lchown is Chown of a symbolic link itself.
func Lchown(name string, uid, gid int) error { return op("lchown", rt.OpLchown, name, owner(uid, gid)) }

// Getgroups are the groups of this process besides the one of Getgid.
func Getgroups() ([]int, error) {
	status, err := ReadFile("/proc/self/status")
	if err != nil {
		return nil, NewSyscallError("getgroups", err)
	}
	var groups []int
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "Groups:"); ok {
			for word := range strings.FieldsSeq(rest) {
				if n, err := strconv.Atoi(word); err == nil {
					groups = append(groups, n)
				}
			}
		}
	}
	return groups, nil
}

// CopyFS copies a file system into a directory, which is made if need be. No file may be there yet.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := joined(dir, path)
		switch entry.Type() {
		case fs.ModeDir:
			return MkdirAll(target, 0777)
		case fs.ModeSymlink:
			to, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(to, target)
		case 0:
			return copyFile(fsys, path, target)
		}
		return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
	})
}

// joined is a path of a file system as one inside dir.
func joined(dir, path string) string {
	switch {
	case path == ".":
		return dir
	case dir == "" || dir[len(dir)-1] == '/':
		return dir + path
	}
	return dir + "/" + path
}

func copyFile(fsys fs.FS, path, target string) error {
	from, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	to, err := OpenFile(target, O_CREATE|O_EXCL|O_WRONLY, 0666|info.Mode()&0777)
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, from); err != nil {
		to.Close()
		return &PathError{Op: "Copy", Path: target, Err: err}
	}
	return to.Close()
}

var (
	errEscapes = errors.New("path escapes from parent")
	errLinks   = syscall.ELOOP
)
