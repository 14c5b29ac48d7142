package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

// NumGoroutine, LockOSThread, Gosched, GOMAXPROCS and stacks of goroutines.

func settle(want int) int {
	for range 2000 {
		if runtime.NumGoroutine() == want {
			break
		}
		time.Sleep(100 * time.Microsecond)
	}
	return runtime.NumGoroutine()
}

func deep(n int, f func()) {
	if n == 0 {
		f()
		return
	}
	deep(n-1, f)
}

func main() {
	base := runtime.NumGoroutine()
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for range 25 {
		wg.Go(func() { <-stop })
	}
	fmt.Println(runtime.NumGoroutine() - base)
	close(stop)
	wg.Wait()
	fmt.Println(settle(base) - base)

	old := runtime.GOMAXPROCS(2)
	fmt.Println(runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(old), old > 0, runtime.NumCPU() > 0)

	runtime.LockOSThread()
	runtime.LockOSThread()
	locked := make(chan string)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		runtime.Gosched()
		locked <- "from a locked goroutine"
	}()
	fmt.Println(<-locked)
	runtime.UnlockOSThread()
	runtime.UnlockOSThread()
	runtime.UnlockOSThread()

	order := make(chan int, 6)
	var turn sync.Mutex
	turn.Lock()
	go func() {
		for i := range 3 {
			order <- i
			runtime.Gosched()
		}
		turn.Unlock()
	}()
	turn.Lock()
	fmt.Println(len(order))

	buf := make([]byte, 1<<16)
	deep(3, func() { buf = buf[:runtime.Stack(buf, false)] })
	text := string(buf)
	fmt.Println(strings.HasPrefix(text, "goroutine 1 [running]:\n"), strings.Count(text, "main.deep("), strings.Contains(text, "main.main()"))
	done := make(chan string)
	go func() { deep(2, func() { done <- string(debug.Stack()) }) }()
	text = <-done
	fmt.Println(strings.Count(text, "main.deep("), strings.Contains(text, "created by main.main in goroutine 1"))
	short := make([]byte, 20)
	fmt.Println(runtime.Stack(short, true), string(short))

	pc, file, line, ok := runtime.Caller(0)
	fmt.Println(runtime.FuncForPC(pc).Name(), file[strings.LastIndex(file, "/")+1:] != "", line > 0, ok)
	_, _, _, ok = runtime.Caller(100)
	fmt.Println(ok)
}

// Output:
// 25
// 0
// 2 2 true true
// from a locked goroutine
// 3
// true 4 true
// 3 true
// 20 goroutine 1 [running
// main.main true true true
// false
