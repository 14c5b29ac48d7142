package main

type inner struct{ n int }
type outer struct{ *inner }

func main() {
	var o outer
	o.n++
}

// Exit: 2
// Stderr:
// panic: runtime error: invalid memory address or nil pointer dereference
// [signal SIGSEGV: segmentation violation code=0x1 addr=0x... pc=0x...]
//
// goroutine 1 [running]:
