package main

import (
	"fmt"
	"sync"
)

// A hub hands each message to every subscriber of its topic.

type hub struct {
	mu   sync.RWMutex
	subs map[string][]chan<- string
}

func (h *hub) subscribe(topic string, ch chan<- string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.subs == nil {
		h.subs = map[string][]chan<- string{}
	}
	h.subs[topic] = append(h.subs[topic], ch)
}

func (h *hub) publish(topic, message string) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for _, ch := range h.subs[topic] {
		ch <- message
	}
}

func main() {
	var h hub
	var wg sync.WaitGroup
	heard := make([][]string, 3)
	var channels []chan string
	for i, topic := range []string{"go", "go", "rust"} {
		ch := make(chan string)
		channels = append(channels, ch)
		h.subscribe(topic, ch)
		wg.Go(func() {
			for m := range ch {
				heard[i] = append(heard[i], m)
			}
		})
	}
	h.publish("go", "channels")
	h.publish("rust", "ownership")
	h.publish("go", "goroutines")
	for _, ch := range channels {
		close(ch)
	}
	wg.Wait()
	for i, ms := range heard {
		fmt.Println("subscriber", i, "heard", ms)
	}
}

// Output:
// subscriber 0 heard [channels goroutines]
// subscriber 1 heard [channels goroutines]
// subscriber 2 heard [ownership]
