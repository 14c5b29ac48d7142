package main

import "time"

var s string

func main() {
	words := []string{"", "a", "a much longer string than the others", "xyz"}
	stop := time.Now().Add(time.Second)
	done := make(chan int)
	for g := range 8 {
		go func() {
			n := 0
			for i := 0; time.Now().Before(stop); i++ {
				for j := range 200 {
					if (g+j)%2 == 0 {
						s = words[(i+j)%len(words)]
					} else {
						t := s
						for k := range len(t) {
							n += int(t[k])
						}
						n += len(t + s)
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
