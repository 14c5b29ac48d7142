package main

func main() {
	if true {
	}
	/* ERROR "syntax error: unexpected keyword else, expected }" */ else {
	}
}
