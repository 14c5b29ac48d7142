package main

func f() {
//line made.y:100
	panic("x")
}

func main() { f() }
