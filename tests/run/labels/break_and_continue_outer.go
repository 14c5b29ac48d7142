package main

import "fmt"

func main() {
rows:
	for i := range 4 {
		for j := range 4 {
			switch {
			case j == 2:
				continue rows
			case i == 2:
				break rows
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	c := make(chan int, 5)
	for i := range 5 {
		c <- i
	}
recv:
	for {
		select {
		case v := <-c:
			if v == 3 {
				break recv
			}
			if v == 1 {
				continue recv
			}
			fmt.Print(v, " ")
		default:
			break recv
		}
	}
	fmt.Println(len(c))
sw:
	switch {
	default:
		for {
			break sw
		}
	}
	fmt.Println("end")
}

// Output:
// 0 0 0 1 1 0 1 1
// 0 2 1
// end
