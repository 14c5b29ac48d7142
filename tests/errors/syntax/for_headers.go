package main

func main() {
	for i := 0; i < 3 /* ERROR "syntax error: unexpected {, expected semicolon or newline" */ {
	/* ERROR "syntax error: unexpected }, expected expression" */ }
	for i := 0; i < 3; i++/* ERROR "syntax error: unexpected semicolon, expected { after for clause" */ ; i-- {
	}
	for var /* ERROR "syntax error: var declaration not allowed in for initializer" */ i = 0; i < 3; i++ {
	}
	for i = range /* ERROR "syntax error: unexpected {, expected expression" */ {
	/* ERROR "syntax error: unexpected }, expected { after for clause" */ }
	for ;; {
		break
	}
}
