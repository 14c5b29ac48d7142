package main

type T[P any /* ERROR "syntax error: unexpected keyword struct in parameter list; possibly missing comma or ]" */ struct{}

type U[P any, ] struct{}

type V[P] struct{}

func f[T/* ERROR "syntax error: missing type constraint" */ ](x T) {}

func g[T any, ](x T) {}

func main() {
	g[int/* ERROR "syntax error: unexpected newline, expected comma, : or ]" */
	h[]()
}
