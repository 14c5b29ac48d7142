package main

import "log"

func main() {
	log.SetFlags(0)
	log.SetPrefix("app: ")
	log.Println("starting")
	defer log.Println("never")
	log.Fatalf("giving up after %d tries", 3)
}

// Exit: 1
// Stderr:
// app: starting
// app: giving up after 3 tries
