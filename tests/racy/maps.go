package main

import "time"

func main() {
	m := map[int]string{}
	stop := time.Now().Add(time.Second)
	done := make(chan int)
	for g := range 8 {
		go func() {
			n := 0
			for i := 0; time.Now().Before(stop); i++ {
				for j := range 100 {
					switch (g + j) % 5 {
					case 0, 1:
						m[(i*7+j)%1000] = "value"
					case 2:
						delete(m, (i*3+j)%1000)
					case 3:
						n += len(m[j])
					default:
						for k, v := range m {
							n += k + len(v)
							if n%10 == 0 {
								break
							}
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
