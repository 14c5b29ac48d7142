package main

type T struct{ a, b int }

func get(t *T) int { return t.b }

func main() {
	println(get(nil))
}

// Exit: 2
// Stderr:
// panic: runtime error: invalid memory address or nil pointer dereference
// [signal SIGSEGV: segmentation violation code=0x1 addr=0x... pc=0x...]
//
// goroutine 1 [running]:
