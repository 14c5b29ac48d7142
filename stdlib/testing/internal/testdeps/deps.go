// Package testdeps is what the main function of a test program gives to package testing.
package testdeps

import (
	"bufio"
	"errors"
	"internal/stdio"
	"io"
	"regexp"
	"sync"
)

// The main function sets these before it calls testing.MainStart.
var (
	ImportPath string
	ModulePath string
)

// For tests with coverage that does not go through testing.RegisterCover.
var (
	CoverMode             string
	Covered               string
	CoverSelectedPackages []string
	CoverSnapshotFunc     func() float64
	CoverTearDownFunc     func(profile, dir string) (problem string, err error)
)

// TestDeps has the methods that package testing asks for.
type TestDeps struct{}

var errNoProfiles = errors.New("profiles are not supported")

// ExitCode is what M.Run returned last.
var ExitCode int

// SetExitCode sets it.
func (TestDeps) SetExitCode(code int) { ExitCode = code }

// ImportPath is the import path of the package under test.
func (TestDeps) ImportPath() string { return ImportPath }

// ModulePath is the path of its module.
func (TestDeps) ModulePath() string { return ModulePath }

var last struct {
	mu  sync.Mutex
	pat string
	re  *regexp.Regexp
}

// MatchString reports whether the regular expression pat matches a part of str.
func (TestDeps) MatchString(pat, str string) (result bool, err error) {
	last.mu.Lock()
	defer last.mu.Unlock()
	if last.re == nil || last.pat != pat {
		re, err := regexp.Compile(pat)
		if err != nil {
			return false, err
		}
		last.pat, last.re = pat, re
	}
	return last.re.MatchString(str), nil
}

// SetPanicOnExit0 makes os.Exit(0) a panic, or no longer.
func (TestDeps) SetPanicOnExit0(v bool) { stdio.PanicOnExit0 = v }

// StartCPUProfile fails.
func (TestDeps) StartCPUProfile(w io.Writer) error { return errNoProfiles }

// StopCPUProfile does nothing.
func (TestDeps) StopCPUProfile() {}

// WriteProfileTo fails.
func (TestDeps) WriteProfileTo(name string, w io.Writer, debug int) error { return errNoProfiles }

var log *bufio.Writer

// StartTestLog begins a log of what the tests look at. Nothing is recorded in it.
func (TestDeps) StartTestLog(w io.Writer) {
	log = bufio.NewWriter(w)
	log.WriteString("# test log\n")
}

// StopTestLog ends it.
func (TestDeps) StopTestLog() error {
	if log == nil {
		return nil
	}
	return log.Flush()
}

// InitRuntimeCoverage yields CoverMode and the functions that belong to it.
func (TestDeps) InitRuntimeCoverage() (mode string, tearDown func(profile, dir string) (string, error), snapshot func() float64) {
	return CoverMode, CoverTearDownFunc, CoverSnapshotFunc
}
