package main

func main() {
	a + b = 3
	1, 2 := 3, 4
	a.b := 1
	x, y /* ERROR "syntax error: unexpected +=, expected := or = or comma" */ += 1, 2
	f() := 2
	if a /* ERROR "syntax error: cannot use a := 1 as value" */ := 1 {
	}
	x = y /* ERROR "syntax error: unexpected = at end of statement" */ = z
	x++ /* ERROR "syntax error: unexpected ++ at end of statement" */ ++
	y := x/* ERROR "syntax error: unexpected ++ at end of statement" */ ++
}
