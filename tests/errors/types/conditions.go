package main

func main() {
	x := 1
	if x {
	}
	if x /* ERROR "syntax error: cannot use assignment x = 2 as value" */ = 2 {
	}
	for x {
	}
	if x := 5; x {
	}
	for i := 0; i; i++ {
	}
	if "s" {
	}
	if nil {
	}
	if x == 1 && 2 {
	}
	for ; ; x /* ERROR "syntax error: cannot declare in post statement of for loop" */ := 1 {
	}
}
