package main

import "fmt"

func main() {
	var name string
	var n int
	for {
		k, err := fmt.Scan(&name, &n)
		if err != nil {
			fmt.Println(k, err)
			break
		}
		fmt.Printf("%s has %d\n", name, n)
	}
}

// Stdin:
// ann 3
// bob
// 4
// Output:
// ann has 3
// bob has 4
// 0 EOF
