package main

import (
	"fmt"
	"sync"
)

type broker struct {
	mu   sync.RWMutex
	subs map[string][]chan string
}

func (b *broker) subscribe(topic string) <-chan string {
	c := make(chan string, 4)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs[topic] = append(b.subs[topic], c)
	return c
}

func (b *broker) publish(topic, msg string) int {
	b.mu.RLock()
	defer b.mu.RUnlock()
	for _, c := range b.subs[topic] {
		c <- msg
	}
	return len(b.subs[topic])
}

func (b *broker) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, cs := range b.subs {
		for _, c := range cs {
			close(c)
		}
	}
}

func main() {
	b := &broker{subs: map[string][]chan string{}}
	news1, news2, sport := b.subscribe("news"), b.subscribe("news"), b.subscribe("sport")
	fmt.Println(b.publish("news", "n1"), b.publish("sport", "s1"), b.publish("none", "x"), b.publish("news", "n2"))
	b.close()
	for i, c := range []<-chan string{news1, news2, sport} {
		for m := range c {
			fmt.Print(i, m, " ")
		}
	}
	fmt.Println()
}

// Output:
// 2 1 0 2
// 0n1 0n2 1n1 1n2 2s1
