package testing

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

func runExamples(match matchFunc, examples []InternalExample) (ran, ok bool) {
	ok = true
	names := newSelector(match, *options.run, "-test.run", *options.skip)
	for _, e := range examples {
		if _, wanted, _ := names.resolve(nil, e.Name); wanted {
			ran = true
			ok = runExample(e) && ok
		}
	}
	return ran, ok
}

// RunExamples runs examples.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	_, good := runExamples(matchString, examples)
	return good
}

// capture is what is printed while it lasts: os.Stdout is a pipe.
type capture struct {
	old, in *os.File
	text    chan string
}

func startCapture() *capture {
	out, in, err := os.Pipe()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	c := &capture{old: os.Stdout, in: in, text: make(chan string)}
	os.Stdout = in
	go func() {
		b, err := io.ReadAll(out)
		out.Close()
		if err != nil {
			fmt.Fprintf(os.Stderr, "testing: copying pipe: %v\n", err)
			os.Exit(1)
		}
		c.text <- string(b)
	}()
	return c
}

func (c *capture) stop() string {
	c.in.Close()
	os.Stdout = c.old
	return <-c.text
}

// InternalExample is an example and what it should print.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

func runExample(e InternalExample) (ok bool) {
	if verbosity.on {
		fmt.Printf("%s=== RUN   %s\n", verbosity.framing(), e.Name)
	}
	c := startCapture()
	start, finished := now(), false
	defer func() {
		elapsed := start.age()
		out := c.stop()
		cause := recover()
		ok = e.judge(out, elapsed, finished && cause == nil, cause == nil)
		switch {
		case cause != nil:
			panic(cause)
		case !finished:
			panic(errNoReturn)
		}
	}()
	e.F()
	finished = true
	return
}

// judge reports about an example that has printed out. compare tells that the output counts.
func (e *InternalExample) judge(out string, elapsed time.Duration, finished, compare bool) bool {
	got, want := strings.TrimSpace(out), strings.TrimSpace(e.Output)
	problem := ""
	switch {
	case !compare:
	case e.Unordered:
		if !slices.Equal(sortedLines(got), sortedLines(want)) {
			problem = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", out, e.Output)
		}
	case got != want:
		problem = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
	}
	passed := finished && problem == ""
	if !passed {
		fmt.Printf("%s--- FAIL: %s (%s)\n%s", verbosity.framing(), e.Name, seconds(elapsed), problem)
	} else if verbosity.on {
		fmt.Printf("%s--- PASS: %s (%s)\n", verbosity.framing(), e.Name, seconds(elapsed))
	}
	if verbosity.json {
		fmt.Printf("%s=== NAME   %s\n", verbosity.framing(), "")
	}
	return passed
}

func sortedLines(s string) []string {
	lines := strings.Split(s, "\n")
	slices.Sort(lines)
	return lines
}
