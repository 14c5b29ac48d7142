package main

import "fmt"

func shift(n int) (r int, err any) {
	defer func() { err = recover() }()
	return 1 << n, nil
}

func main() {
	fmt.Println(shift(4))
	_, err := shift(-1)
	fmt.Println(err)
	if e, ok := err.(error); ok {
		fmt.Println("error:", e.Error())
	}
}

// Output:
// 16 <nil>
// runtime error: negative shift amount
// error: runtime error: negative shift amount
