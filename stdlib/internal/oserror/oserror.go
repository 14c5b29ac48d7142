// Package oserror holds the errors that os, io/fs and syscall share.
package oserror

import "errors"

// What went wrong, whichever system call it was.
var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")
)
