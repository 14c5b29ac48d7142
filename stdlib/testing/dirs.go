package testing

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode"
)

const maxNameInPath = 64

// directories are the temporary directories of a test: numbered ones inside one that is made on first use.
type directories struct {
	mu   sync.Mutex
	base string
	err  error
	n    int
}

// artifacts is the directory for what a test leaves behind.
type artifacts struct {
	once sync.Once
	dir  string
	err  error
}

// withoutSymbols drops what would be awkward in a file name.
func withoutSymbols(s, allowed string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || strings.ContainsRune(allowed, r) {
			return r
		}
		return -1
	}, s)
}

// TempDir makes a directory that is removed when the test ends.
func (c *common) TempDir() string {
	c.outsideTarget("TempDir")
	dir, err := c.makeTempDir()
	if err != nil {
		c.log(fmt.Sprintf("TempDir: %v", err), true)
		c.FailNow()
	}
	return dir
}

func (c *common) makeTempDir() (string, error) {
	d := &c.dirs
	d.mu.Lock()
	defer d.mu.Unlock()
	missing := d.base == ""
	if !missing {
		_, err := os.Stat(d.base)
		if missing = os.IsNotExist(err); err != nil && !missing {
			return "", err
		}
	}
	if missing {
		prefix := withoutSymbols(c.name[:min(len(c.name), maxNameInPath)], "!#$%&()+,-.=@^_{}~ ")
		if d.base, d.err = os.MkdirTemp(os.Getenv("GOTMPDIR"), prefix); d.err == nil {
			base := d.base
			c.Cleanup(func() {
				if err := os.RemoveAll(base); err != nil {
					c.Errorf("TempDir RemoveAll cleanup: %v", err)
				}
			})
		}
	}
	if d.err != nil {
		return "", d.err
	}
	d.n++
	dir := fmt.Sprintf("%s/%03d", d.base, d.n)
	return dir, os.Mkdir(dir, 0o777)
}

// ArtifactDir is a directory for files that the test makes. It lies in the output directory and stays if
// -test.artifacts is set; else it is a temporary one.
func (c *common) ArtifactDir() string {
	c.outsideTarget("ArtifactDir")
	a := &c.artifacts
	a.once.Do(func() { a.dir, a.err = c.makeArtifactDir() })
	if a.err != nil {
		c.log(fmt.Sprintf("ArtifactDir: %v", a.err), true)
		c.FailNow()
	}
	return a.dir
}

func (c *common) makeArtifactDir() (string, error) {
	if !*options.artifacts {
		return c.makeTempDir()
	}
	parent := filepath.Join(artifactRoot, c.artifactPath())
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(parent, "")
	if err == nil && c.stream != nil {
		c.stream.event(c.name, "=== ARTIFACTS "+c.name+" "+dir+"\n")
	}
	return dir, err
}

// artifactPath is the package inside its module and the name of the test; a name that is too long ends in a hash.
func (c *common) artifactPath() string {
	name := strings.ReplaceAll(c.name, "/", "__")
	if len(name) > maxNameInPath {
		var hash uint64
		for _, b := range []byte(name) {
			hash = (hash ^ uint64(b)) * 0x100000001b3
		}
		tail := fmt.Sprintf("%x", hash)
		name = name[:maxNameInPath-len(tail)] + tail
	}
	pkg := strings.TrimPrefix(strings.TrimPrefix(c.pkg, c.module), "/")
	path := withoutSymbols(filepath.Join(pkg, name), "!#$%&()+,-.=@^_{}~ /")
	if !filepath.IsLocal(path) {
		return ""
	}
	return path
}

// artifactRoot is where artifact directories go.
var artifactRoot string

func makeArtifactRoot() {
	if !*options.artifacts {
		return
	}
	var err error
	if artifactRoot, err = filepath.Abs(inOutputDir("_artifacts")); err != nil {
		fatal("cannot make -test.outputdir absolute: %v", err)
	}
	if err := os.Mkdir(artifactRoot, 0o777); err != nil && !errors.Is(err, os.ErrExist) {
		fatal("%v", err)
	}
}

// inOutputDir puts a relative file name into -test.outputdir.
func inOutputDir(name string) string {
	if *options.outputDir == "" || name == "" || filepath.IsAbs(name) {
		return name
	}
	return *options.outputDir + "/" + name
}

// Setenv sets an environment variable until the test ends.
func (c *common) Setenv(key, value string) {
	c.outsideTarget("Setenv")
	old, was := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if was {
			os.Setenv(key, old)
		} else {
			os.Unsetenv(key)
		}
	})
}

// Chdir changes the working directory, and PWD, until the test ends.
func (c *common) Chdir(dir string) {
	c.outsideTarget("Chdir")
	old, err := os.Getwd()
	if err == nil {
		err = os.Chdir(dir)
	}
	if err == nil && !filepath.IsAbs(dir) {
		dir, err = os.Getwd()
	}
	if err != nil {
		c.Fatal(err)
	}
	c.Setenv("PWD", dir)
	c.Cleanup(func() {
		if err := os.Chdir(old); err != nil {
			panic("testing.Chdir: " + err.Error())
		}
	})
}
