package main

func main() {
	x := (1 + 2/* ERROR "syntax error: unexpected newline, expected )" */
	/* ERROR "syntax error: unexpected name y at end of statement" */ y := 3
	z := ((1)/* ERROR "syntax error: unexpected newline, expected )" */
	/* ERROR "syntax error: unexpected name f at end of statement" */ f(1, (2)
	g/* ERROR "syntax error: unexpected ] at end of statement" */ ]
	h/* ERROR "syntax error: unexpected ) at end of statement" */ )
}
