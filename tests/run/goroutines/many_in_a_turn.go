// Library calls and channel operations by the thousand in one turn of a goroutine: none may take anything of the
// thread's own stack with it.
package main

import (
	"fmt"
	"math"
	"strings"
	"sync"
)

func natives(x float64) float64 {
	x = math.Sqrt(math.Abs(x)) + math.Floor(x) + math.Abs(x)
	x = math.Sqrt(math.Abs(x)) + math.Floor(x) + math.Abs(x)
	x = math.Sqrt(math.Abs(x)) + math.Floor(x) + math.Abs(x)
	x = math.Sin(x) + math.Cos(x) + math.Exp(-math.Abs(x))
	x = math.Sin(x) + math.Cos(x) + math.Exp(-math.Abs(x))
	x = math.Sin(x) + math.Cos(x) + math.Exp(-math.Abs(x))
	return x
}

func searches(s string) int {
	n := strings.Index(s, "needle") + strings.LastIndex(s, "h") + strings.Count(s, "a")
	n += strings.Index(s, "needle") + strings.LastIndex(s, "h") + strings.Count(s, "a")
	n += strings.Index(s, "needle") + strings.LastIndex(s, "h") + strings.Count(s, "a")
	return n
}

func buffered(c chan int) int {
	c <- 1
	c <- 2
	c <- 3
	c <- 4
	return <-c + <-c + <-c + <-c
}

func main() {
	var wg sync.WaitGroup
	sums := make([]int, 8)
	for i := range sums {
		wg.Go(func() {
			c := make(chan int, 4)
			x := float64(i)
			for range 30000 {
				x = natives(x)
				sums[i] += searches("hay hay needle hay") + buffered(c)
			}
			if math.IsNaN(x) {
				sums[i] = -1
			}
		})
	}
	wg.Wait()
	fmt.Println(sums)
}

// Output:
// [2640000 2640000 2640000 2640000 2640000 2640000 2640000 2640000]
