package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	ran := make(chan string, 2)
	context.AfterFunc(ctx, func() { ran <- "after" })
	stop := context.AfterFunc(ctx, func() { ran <- "stopped one" })
	fmt.Println(stop(), stop())
	cancel()
	fmt.Println(<-ran)
	context.AfterFunc(ctx, func() { ran <- "at once" })
	fmt.Println(<-ran, len(ran))
}

// Output:
// true false
// after
// at once 0
