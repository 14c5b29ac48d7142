package main

func main() {
	c := make(chan int)
	done := make(chan bool)
	close(c)
	select {
	case <-done:
	case c <- 1:
	}
}

// Exit: 2
// Stderr:
// panic: send on closed channel
//
// goroutine 1 [running]:
