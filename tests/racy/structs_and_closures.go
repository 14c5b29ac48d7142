package main

import "time"

type node struct {
	next *node
	f    func() int
	name string
	data [4]int
}

var head *node
var shared node

func main() {
	stop := time.Now().Add(time.Second)
	done := make(chan int)
	for range 8 {
		go func() {
			n := 0
			for i := 0; time.Now().Before(stop); i++ {
				for j := range 100 {
					head = &node{next: head, f: func() int { return n + j }, name: "node", data: [4]int{i, j}}
					shared = *head
					copied := shared
					if copied.f != nil {
						n += copied.f() & 7
					}
					n += len(copied.name) + copied.data[1]
					for p, k := head, 0; p != nil && k < 5; p, k = p.next, k+1 {
						n += len(p.name)
					}
					if j == 50 {
						head = nil
					}
				}
			}
			done <- n
		}()
	}
	for range 8 {
		<-done
	}
}
