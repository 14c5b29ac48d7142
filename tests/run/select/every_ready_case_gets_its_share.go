package main

import "fmt"

// With many cases ready all the time, each is taken about equally often, whatever its kind and place.

func main() {
	const n, rounds = 8, 8000
	var cs [n]chan int
	for i := range cs {
		cs[i] = make(chan int, 1)
	}
	closed := make(chan int)
	close(closed)
	sink := make(chan int, 1)
	var taken [10]int
	for range rounds {
		for i := range cs {
			if len(cs[i]) == 0 {
				cs[i] <- i
			}
		}
		if len(sink) == 1 {
			<-sink
		}
		var v, k int
		select {
		case v = <-cs[0]:
			k = v
		case v = <-cs[1]:
			k = v
		case v = <-cs[2]:
			k = v
		case v = <-cs[3]:
			k = v
		case v = <-cs[4]:
			k = v
		case v = <-cs[5]:
			k = v
		case v = <-cs[6]:
			k = v
		case v = <-cs[7]:
			k = v
		case <-closed:
			k = 8
		case sink <- 1:
			k = 9
		}
		taken[k]++
	}
	sum := 0
	for k, t := range taken {
		sum += t
		if t < rounds/10*7/10 || t > rounds/10*13/10 {
			fmt.Println("case", k, "was taken", t, "times of", rounds)
		}
	}
	fmt.Println(sum == rounds)

	// A case that appears three times has three times the chance.
	a, b := make(chan int), make(chan int)
	close(a)
	close(b)
	count := 0
	for range 4000 {
		select {
		case <-a:
			count++
		case <-b:
		case <-a:
			count++
		case <-a:
			count++
		}
	}
	fmt.Println(count > 2700 && count < 3300)

	// Nil channels and a default do not change the odds of those that are ready.
	var never chan int
	count = 0
	for range 4000 {
		select {
		case <-never:
			panic("nil")
		case never <- 1:
			panic("nil")
		case <-a:
			count++
		case <-b:
		default:
			panic("default")
		}
	}
	fmt.Println(count > 1700 && count < 2300)
}

// Output:
// true
// true
// true
