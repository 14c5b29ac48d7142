package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(runtime.NumGoroutine(), runtime.NumCPU() >= 1)
	stop := make(chan bool)
	for range 5 {
		go func() { <-stop }()
	}
	fmt.Println(runtime.NumGoroutine())
	for range 5 {
		stop <- true
	}
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	fmt.Println(runtime.NumGoroutine())
	old := runtime.GOMAXPROCS(3)
	fmt.Println(old >= 1, runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(old))
	fmt.Println(runtime.GOMAXPROCS(0) == old)
}

// Output:
// 1 true
// 6
// 1
// true 3 3
// true
