package main

func main() {
	c := make(chan int, 1)
	close(c)
	c <- 1
}

// Exit: 2
// Stderr:
// panic: send on closed channel
//
// goroutine 1 [running]:
