package main

func main() {
	defer func() {
		r := recover()
		defer func() { panic("new one") }()
		panic(r)
	}()
	panic("original")
}

// Exit: 2
// Stderr:
// panic: original [recovered, repanicked]
// 	panic: new one
//
// goroutine 1 [running]:
