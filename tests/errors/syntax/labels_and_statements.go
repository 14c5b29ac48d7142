package main

func main() {
	/* ERROR "label L defined and not used" */ L:
}

func f() {
	/* ERROR "break is not in a loop, switch, or select" */ break
	/* ERROR "continue is not in a loop" */ continue
	L: for { break L }
	if true { /* ERROR "continue is not in a loop" */ continue }
	/* ERROR "fallthrough statement out of place" */ fallthrough
	goto
	/* ERROR "label M not defined" */ M
}
