package main

import (
	"fmt"
	"time"
)

// select waits for whatever comes first. A nil channel never comes, so setting a channel to nil switches its case off.

func send(values ...string) <-chan string {
	ch := make(chan string)
	go func() {
		defer close(ch)
		for _, v := range values {
			ch <- v
		}
	}()
	return ch
}

func main() {
	fruits, tools := send("apple", "pear", "plum"), send("hammer", "saw")
	seen := map[string]int{}
	for fruits != nil || tools != nil {
		select {
		case v, ok := <-fruits:
			if !ok {
				fruits = nil
				continue
			}
			seen["fruits"] += len(v)
		case v, ok := <-tools:
			if !ok {
				tools = nil
				continue
			}
			seen["tools"] += len(v)
		case <-time.After(5 * time.Second):
			fmt.Println("this would take too long")
			return
		}
	}
	fmt.Println(seen)
}

// Output:
// map[fruits:13 tools:9]
