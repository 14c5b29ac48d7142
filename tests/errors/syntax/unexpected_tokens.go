package main

func main() {
	x := 5 /* ERROR "syntax error: unexpected literal 5 at end of statement" */ 5
	y = /* ERROR "syntax error: unexpected =, expected expression" */ = 3
	/* ERROR "syntax error: unexpected keyword if at end of statement" */ if x == {
	/* ERROR "syntax error: unexpected }, expected {" */ }
	a.b.
	c()
	z := [3]int{1, 2 /* ERROR "syntax error: unexpected literal 3, expected := or = or comma" */ 3}
	foo(1, 2/* ERROR "syntax error: unexpected newline in argument list; possibly missing comma or )" */
	bar()
}
