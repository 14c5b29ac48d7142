package main

type state int

func (s state) String() string { return "state!" }

func main() {
	panic(state(3))
}

// Exit: 2
// Stderr:
// panic: state!
//
// goroutine 1 [running]:
