package main

const (
	a = iota
	b int
	c,
	d
)

var (
	e/* ERROR "syntax error: unexpected newline, expected type" */
	f = 
	g /* ERROR "syntax error: unexpected name int in grouped declaration; possibly missing semicolon or newline or )" */ int = 1, 2
)

func main() {}
