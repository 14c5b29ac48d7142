package main

import "time"

var s []string
var t []any

func main() {
	stop := time.Now().Add(time.Second)
	done := make(chan int)
	for g := range 8 {
		go func() {
			n := 0
			for time.Now().Before(stop) {
				for j := range 100 {
					s = append(s, "some text")
					t = append(t, g, s)
					if len(s) > 1000 {
						s = s[:10]
						t = nil
					}
					for _, x := range s[len(s)/2:] {
						n += len(x)
					}
					if len(t) > j {
						if k, ok := t[j].([]string); ok {
							n += cap(k)
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
