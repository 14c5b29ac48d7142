// Signals come through channels, end contexts, and can be ignored.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func send(sig syscall.Signal) {
	if err := syscall.Kill(syscall.Getpid(), sig); err != nil {
		fmt.Println(err)
	}
}

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGUSR1, syscall.SIGHUP)
	send(syscall.SIGUSR1)
	fmt.Println(<-c)
	self, _ := os.FindProcess(os.Getpid())
	fmt.Println(self.Signal(syscall.SIGHUP), <-c)

	other := make(chan os.Signal, 1)
	signal.Notify(other, syscall.SIGUSR1)
	send(syscall.SIGUSR1)
	fmt.Println(<-c, <-other)
	signal.Stop(c)
	send(syscall.SIGUSR1)
	fmt.Println(<-other, len(c))

	signal.Ignore(syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP), signal.Ignored(syscall.SIGUSR2))
	send(syscall.SIGHUP)
	signal.Reset(syscall.SIGUSR1)

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	fmt.Println(ctx)
	go func() {
		time.Sleep(10 * time.Millisecond)
		send(syscall.SIGTERM)
	}()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx), errors.Is(context.Cause(ctx), context.Canceled))
	stop()

	defer func() { fmt.Println(recover()) }()
	signal.Notify(nil)
}

// Output:
// user defined signal 1
// <nil> hangup
// user defined signal 1 user defined signal 1
// user defined signal 1 0
// true false
// signal.NotifyContext(context.Background, [interrupt terminated])
// context canceled terminated signal received true
// os/signal: Notify using nil channel
