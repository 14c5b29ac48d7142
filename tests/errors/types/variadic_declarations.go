package main

func a(xs /* ERROR "can only use ... with final parameter" */ ...int, s string) {}
func b(/* ERROR "can only use ... with final parameter" */ ...int, ...string)    {}
func c() (xs /* ERROR "invalid use of ..." */ ...int)         { return nil }

var d func(a int, string/* ERROR "syntax error: missing parameter type" */ )

func e(a, b) {}

type f func(x .../* ERROR "syntax error: ... is missing type" */ )

func main() {
	var x /* ERROR "syntax error: unexpected ..., expected type" */ ...int
	g := func(xs ...int) {}
	g([]string{}...)
	g(1, 2../* ERROR "syntax error: unexpected ., expected name or (" */ .)
	g([3]int{}...)
	_ = append([]int{}, []string{}...)
}
