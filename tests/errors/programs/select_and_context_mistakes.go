package main

import (
	"context"
	"fmt"
	"time"
)

func run(ctx context.Context, out chan<- int) error {
	for {
		select {
		case <-/* ERROR "invalid operation: cannot receive from non-channel func() <-chan struct{} ctx.Done (value of type func() <-chan struct{})" */ ctx.Done:
			return /* ERROR "cannot use ctx.Err (value of type func() error) as error value in return statement: func() error does not implement error (missing method Error)" */ ctx.Err
		case out <- /* ERROR "cannot use \"x\" (untyped string constant) as int value in send" */ "x":
		case v := <-/* ERROR "invalid operation: cannot receive from send-only channel chan<- int out (variable of type chan<- int)" */ out:
			fmt.Println(v)
		case <-time.After(5):
		case time.Sleep/* ERROR "select case must be send or receive (possibly with assignment)" */ (1):
		}
	}
}

func main() {
	ctx := /* ERROR "assignment mismatch: 1 variable but context.WithTimeout returns 2 values" */ context.WithTimeout(context.Background(), time.Second)
	ctx, /* ERROR "declared and not used: cancel" */ cancel := /* ERROR "not enough arguments in call to context.WithCancel\n\thave ()\n\twant (context.Context)" */ context.WithCancel()
	go run(ctx, make(chan int))
	go /* ERROR "expression in go must be function call" */ run
	var d time.Duration = /* ERROR "1.5 (untyped float constant) truncated to int64" */ 1.5 * time.Second
	n := 3
	time.Sleep(/* ERROR "invalid operation: n * time.Millisecond (mismatched types int and time.Duration)" */ n * time.Millisecond)
	time.Sleep(/* ERROR "cannot use \"1s\" (untyped string constant) as time.Duration value in argument to time.Sleep" */ "1s")
	_ = d
}
