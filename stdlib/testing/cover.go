package testing

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"sync/atomic"
)

// Cover is the coverage of a program: for each file, counters and the blocks they count.
type Cover struct {
	Mode            string
	Counters        map[string][]uint32
	Blocks          map[string][]CoverBlock
	CoveredPackages string
}

// CoverBlock is a stretch of code whose runs are counted.
type CoverBlock struct {
	Line0 uint32 // where it begins
	Col0  uint16
	Line1 uint32 // where it ends
	Col1  uint16
	Stmts uint16 // statements in it
}

// cover is either what RegisterCover was given or functions from testDeps that know the coverage.
var cover struct {
	Cover
	tearDown func(profile, dir string) (string, error)
	snapshot func() float64
}

// RegisterCover is how a test program tells its coverage counters.
func RegisterCover(c Cover) { cover.Cover = c }

// CoverMode is "set", "count" or "atomic", or "" without coverage.
func CoverMode() string { return cover.Mode }

// Coverage is the part of statements that have run by now.
func Coverage() float64 {
	if cover.Mode == "" {
		return 0
	}
	if cover.snapshot != nil {
		return cover.snapshot()
	}
	var reached, all int64
	for _, counters := range cover.Counters {
		for i := range counters {
			if atomic.LoadUint32(&counters[i]) > 0 {
				reached++
			}
		}
		all += int64(len(counters))
	}
	if all == 0 {
		return 0
	}
	return float64(reached) / float64(all)
}

// reportCoverage prints the total, and writes the profile if one is asked for.
func reportCoverage() {
	if cover.tearDown != nil {
		if what, err := cover.tearDown(*options.coverProfile, *options.coverDir); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", what, err)
			os.Exit(2)
		}
		return
	}
	var profile *bufio.Writer
	if name := *options.coverProfile; name != "" {
		f, err := os.Create(inOutputDir(name))
		if err != nil {
			fatal("%v", err)
		}
		defer f.Close()
		profile = bufio.NewWriter(f)
		fmt.Fprintf(profile, "mode: %s\n", cover.Mode)
	}
	reached, all := cover.write(profile)
	if profile != nil {
		if err := profile.Flush(); err != nil {
			fatal("%v", err)
		}
	}
	if all == 0 {
		fmt.Println("coverage: [no statements]")
		return
	}
	fmt.Printf("coverage: %.1f%% of statements%s\n", 100*float64(reached)/float64(all), cover.CoveredPackages)
}

// write adds up statements and writes one line for each block to w, unless it is nil.
func (c *Cover) write(w io.Writer) (reached, all int64) {
	var files []string
	for name := range c.Counters {
		files = append(files, name)
	}
	slices.Sort(files)
	if b, ok := w.(*bufio.Writer); ok && b == nil {
		w = nil
	}
	for _, name := range files {
		counters := c.Counters[name]
		for i, b := range c.Blocks[name] {
			n := atomic.LoadUint32(&counters[i])
			all += int64(b.Stmts)
			if n > 0 {
				reached += int64(b.Stmts)
			}
			if w != nil {
				fmt.Fprintf(w, "%s:%d.%d,%d.%d %d %d\n", name, b.Line0, b.Col0, b.Line1, b.Col1, b.Stmts, n)
			}
		}
	}
	return reached, all
}
