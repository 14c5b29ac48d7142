package main

func main() {
	var a, b chan int
	select {
	case <-a:
	case b <- 1:
	}
}

// Exit: 2
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [select]:
