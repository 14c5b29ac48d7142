package main

import "time"

var s []int

func main() {
	small, big := make([]int, 1), make([]int, 1000)
	stop := time.Now().Add(time.Second)
	done := make(chan int)
	for g := range 8 {
		go func() {
			n := 0
			for time.Now().Before(stop) {
				for j := range 200 {
					switch (g + j) % 4 {
					case 0:
						s = small
					case 1:
						s = big[:500+j]
					case 2:
						s = nil
					default:
						t := s
						for k := range t {
							t[k]++
							n += t[k]
						}
						if len(t) > 3 {
							n += len(t[1:3:3])
						}
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
