package main

func main() {
	c := make(chan int)
	seq := func(yield func(int) bool) {
		for {
			if !yield(<-c) {
				return
			}
		}
	}
	for range seq {
	}
}

// Exit: 2
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [chan receive]:
