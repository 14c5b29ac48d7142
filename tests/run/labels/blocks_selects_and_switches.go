package main

import "fmt"

func main() {
sel:
	select {
	default:
		for i := range 3 {
			if i == 1 {
				break sel
			}
			fmt.Println("select loop", i)
		}
		fmt.Println("never")
	}
sw:
	switch x := 2; x {
	case 2:
		for {
			break sw
		}
		fallthrough
	case 3:
		fmt.Println("never")
	}
ts:
	switch v := any(5).(type) {
	case int:
		if v == 5 {
			break ts
		}
		fmt.Println("never")
	}
	count := 0
a:
	for i := 0; ; i++ {
	b:
		for j := 0; ; j++ {
		c:
			for k := 0; ; k++ {
				count++
				switch {
				case k == 2 && j < 2:
					continue b
				case k == 3:
					if i == 1 {
						break a
					}
					continue a
				case k > 5:
					break c
				}
			}
		}
	}
	fmt.Println(count)
	ch := make(chan int)
	go func() {
		for i := range 10 {
			ch <- i
		}
		close(ch)
	}()
	sum := 0
recv:
	for {
		select {
		case v, ok := <-ch:
			switch {
			case !ok:
				break recv
			case v%2 == 0:
				continue recv
			}
			sum += v
		}
	}
	fmt.Println(sum)
}

// Output:
// select loop 0
// 20
// 25
