package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	select {
	case <-t.C:
		fmt.Println("never")
	default:
		fmt.Println("stopped")
	}
	fmt.Println(t.Reset(time.Millisecond))
	<-t.C
	fmt.Println("fired", t.Stop(), t.Reset(time.Hour), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println("fired again", len(t.C), cap(t.C))
	u := time.NewTimer(0)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(u.Reset(time.Hour))
	select {
	case <-u.C:
		fmt.Println("stale value")
	default:
		fmt.Println("reset drops the stale value")
	}
}

// Output:
// true false
// stopped
// false
// fired false false true
// fired again 0 0
// true
// reset drops the stale value
