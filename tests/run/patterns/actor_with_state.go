package main

import "fmt"

type command struct {
	op    string
	key   string
	val   int
	reply chan int
}

func store() chan<- command {
	c := make(chan command)
	go func() {
		data := map[string]int{}
		for cmd := range c {
			switch cmd.op {
			case "set":
				data[cmd.key] = cmd.val
				cmd.reply <- cmd.val
			case "get":
				cmd.reply <- data[cmd.key]
			case "add":
				data[cmd.key] += cmd.val
				cmd.reply <- data[cmd.key]
			}
		}
	}()
	return c
}

func main() {
	s := store()
	call := func(op, key string, val int) int {
		r := make(chan int)
		s <- command{op, key, val, r}
		return <-r
	}
	call("set", "x", 10)
	done := make(chan bool)
	for range 10 {
		go func() { call("add", "x", 2); done <- true }()
	}
	for range 10 {
		<-done
	}
	fmt.Println(call("get", "x", 0), call("get", "y", 0))
}

// Output:
// 30 0
