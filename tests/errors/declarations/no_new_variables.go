package main

func f() (int, int) { return 1, 2 }

func main() {
	a, b := f()
	a, b /* ERROR "no new variables on left side of :=" */ := f()
	a /* ERROR "no new variables on left side of :=" */ := 3
	_, _ /* ERROR "no new variables on left side of :=" */ := f()
	_ = a + b
}
