package main

import "log"

func main() {
	log.SetFlags(0)
	defer func() {
		log.Println("recovered:", recover())
		log.Panic("again ", 1)
	}()
	log.Panicln("first", 2)
}

// Exit: 2
// Stderr:
// first 2
// recovered: first 2
//
// again 1
// panic: first 2
// 	 [recovered]
// 	panic: again 1
//
// goroutine 1 [running]:
