package main

import "fmt"

func a() {
	defer fmt.Println("a deferred")
	b()
	fmt.Println("never in a")
}

func b() {
	defer func() {
		fmt.Println("b deferred")
	}()
	c(3)
}

func c(n int) {
	defer fmt.Println("c", n)
	if n == 0 {
		panic("bottom")
	}
	c(n - 1)
}

func loop() (count int) {
	for i := range 5 {
		func() {
			defer func() {
				if recover() != nil {
					count++
				}
			}()
			if i%2 == 0 {
				panic(i)
			}
		}()
	}
	return
}

func main() {
	func() {
		defer func() {
			fmt.Println("recovered", recover())
		}()
		a()
	}()
	fmt.Println(loop())
	fmt.Println("main goes on")
}

// Output:
// c 0
// c 1
// c 2
// c 3
// b deferred
// a deferred
// recovered bottom
// 3
// main goes on
