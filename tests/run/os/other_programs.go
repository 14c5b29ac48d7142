package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

func main() {
	out, err := exec.Command("echo", "hello", "world").Output()
	fmt.Printf("%q %v\n", out, err)
	cmd := exec.Command("sh", "-c", "echo out; echo err >&2; exit 3")
	out, err = cmd.Output()
	var ee *exec.ExitError
	fmt.Printf("%q %v %v\n", out, err, errors.As(err, &ee))
	fmt.Printf("%q %d %v %v\n", ee.Stderr, ee.ExitCode(), ee.Exited(), cmd.ProcessState)
	out, err = exec.Command("sh", "-c", "echo a; echo b >&2; echo c").CombinedOutput()
	fmt.Printf("%q %v\n", out, err)
	cmd = exec.Command("tr", "a-z", "A-Z")
	cmd.Stdin = strings.NewReader("some input\nmore")
	var buf bytes.Buffer
	cmd.Stdout = &buf
	fmt.Println(cmd.Run(), buf.String())
	fmt.Println(cmd.Run(), cmd.Wait(), cmd.Start())
	_, err = exec.LookPath("no-such-program")
	fmt.Println(err, errors.Is(err, exec.ErrNotFound))
	err = exec.Command("no-such-program", "x").Run()
	fmt.Println(err)
	err = exec.Command("/no/such/program").Run()
	fmt.Println(err, errors.Is(err, os.ErrNotExist))
	err = exec.Command("/etc/passwd").Run()
	fmt.Println(err, errors.Is(err, os.ErrPermission))
	cmd = exec.Command("pwd")
	cmd.Dir = "/"
	out, err = cmd.Output()
	fmt.Printf("%q %v\n", out, err)
	cmd = exec.Command("pwd")
	cmd.Dir = "/nowhere"
	fmt.Println(cmd.Run())
	cmd = exec.Command("sh", "-c", "echo $X-$Y")
	cmd.Env = []string{"X=1", "Y=2", "X=3"}
	out, _ = cmd.Output()
	fmt.Printf("%q\n", out)
	// pipes
	cmd = exec.Command("cat")
	in, _ := cmd.StdinPipe()
	o, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		fmt.Println(err)
	}
	go func() {
		fmt.Fprintln(in, "line 1")
		fmt.Fprintln(in, "line 2")
		in.Close()
	}()
	sc := bufio.NewScanner(o)
	for sc.Scan() {
		fmt.Println("got", sc.Text())
	}
	fmt.Println(cmd.Wait(), cmd.ProcessState.Success())
	// context
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	start := time.Now()
	err = exec.CommandContext(ctx, "sleep", "10").Run()
	fmt.Println(err, time.Since(start) < 5*time.Second, ctx.Err())
	cmd = exec.Command("sleep", "10")
	cmd.Start()
	cmd.Process.Signal(syscall.SIGTERM)
	err = cmd.Wait()
	fmt.Println(err, cmd.ProcessState.ExitCode(), cmd.ProcessState.Sys().(syscall.WaitStatus).Signal())
	fmt.Println(cmd.Process.Kill(), cmd.Process.Signal(os.Interrupt))
	fmt.Println(exec.Command("echo", "a b", "c").String() != "", exec.Command("nope-x", "c"))
	_, err = exec.Command("true").StdinPipe()
	fmt.Println(err)
	c := exec.Command("true")
	c.Stdout = io.Discard
	_, err = c.StdoutPipe()
	fmt.Println(err)
	_, err = c.Output()
	fmt.Println(err)
	// many at once
	ch := make(chan string)
	for i := range 5 {
		go func() {
			out, _ := exec.Command("sh", "-c", fmt.Sprintf("sleep 0.0%d; echo %d", i, i)).Output()
			ch <- strings.TrimSpace(string(out))
		}()
	}
	sum := 0
	for range 5 {
		var n int
		fmt.Sscan(<-ch, &n)
		sum += n
	}
	fmt.Println(sum)
	r, w, _ := os.Pipe()
	c = exec.Command("sh", "-c", "echo three >&3")
	c.ExtraFiles = []*os.File{w}
	fmt.Println(c.Run())
	w.Close()
	b, _ := io.ReadAll(r)
	fmt.Printf("%q\n", b)
	p, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "exit 7"}, &os.ProcAttr{Files: []*os.File{nil, os.Stdout, os.Stderr}})
	fmt.Println(err)
	st, err := p.Wait()
	fmt.Println(st, err, st.Pid() == p.Pid)
	var nilState *os.ProcessState
	fmt.Println(nilState, nilState.ExitCode())
}

// Output:
// "hello world\n" <nil>
// "out\n" exit status 3 true
// "err\n" 3 true exit status 3
// "a\nb\nc\n" <nil>
// <nil> SOME INPUT
// MORE
// exec: already started exec: Wait was already called exec: already started
// exec: "no-such-program": executable file not found in $PATH true
// exec: "no-such-program": executable file not found in $PATH
// fork/exec /no/such/program: no such file or directory true
// fork/exec /etc/passwd: permission denied true
// "/\n" <nil>
// chdir /nowhere: no such file or directory
// "3-2\n"
// got line 1
// got line 2
// <nil> true
// signal: killed true context deadline exceeded
// signal: terminated -1 terminated
// os: process already finished os: process already finished
// true nope-x c
// <nil>
// exec: Stdout already set
// exec: Stdout already set
// 10
// <nil>
// "three\n"
// <nil>
// exit status 7 <nil> true
// <nil> -1
