package main

func main() {
	var p *int
	*p = 1
}

// Exit: 2
// Stderr:
// panic: runtime error: invalid memory address or nil pointer dereference
// [signal SIGSEGV: segmentation violation code=0x1 addr=0x... pc=0x...]
//
// goroutine 1 [running]:
