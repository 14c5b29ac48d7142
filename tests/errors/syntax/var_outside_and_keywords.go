package main

func main() {
	var /* ERROR "syntax error: unexpected keyword func, expected name" */ func = 1
	type /* ERROR "syntax error: unexpected :=, expected name" */ := 5
	/* ERROR "syntax error: unexpected keyword range, expected }" */ range := 2
	x := map
	go
	defer
	return return
}
