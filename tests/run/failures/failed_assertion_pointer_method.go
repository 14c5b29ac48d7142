package main

type S interface{ M() }
type T struct{}

func (*T) M() {}

func main() {
	var x any = T{}
	x.(S).M()
}

// Exit: 2
// Stderr:
// panic: interface conversion: main.T is not main.S: missing method M
//
// goroutine 1 [running]:
