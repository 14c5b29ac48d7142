package main

type shape interface{ area() int }

func main() {
	var s shape
	println(s.area())
}

// Exit: 2
// Stderr:
// panic: runtime error: invalid memory address or nil pointer dereference
// [signal SIGSEGV: segmentation violation code=0x1 addr=0x... pc=0x...]
//
// goroutine 1 [running]:
