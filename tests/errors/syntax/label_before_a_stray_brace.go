package main

var q = 1

func f() {
/* ERROR "label label defined and not used" */ label:
	q = 1
}

func main() {
	x := 0
	/* ERROR "label label defined and not used" */ label: }
/* ERROR "syntax error: non-declaration statement outside function body" */ }
