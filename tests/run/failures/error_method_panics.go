package main

type bad struct{}

func (bad) Error() string { panic("in Error") }

func main() {
	panic(bad{})
}

// Exit: 2
// Stderr:
// fatal error: panic while printing panic value: in Error
//
// goroutine 1 [running]:
