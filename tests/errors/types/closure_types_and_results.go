package main

func main() {
	f := func(x int) string { return /* ERROR "cannot use x (variable of type int) as string value in return statement" */ x }
	var g func(int) int = /* ERROR "cannot use f (variable of type func(x int) string) as func(int) int value in variable declaration" */ f
	h := func() (a, b int) { return /* ERROR "not enough return values\n\thave (number)\n\twant (int, int)" */ 1 }
	k := func() { return /* ERROR "too many return values\n\thave (number)\n\twant ()" */ 5 }
	f(/* ERROR "cannot use \"a\" (untyped string constant) as int value in argument to f" */ "a")
	x, y := /* ERROR "assignment mismatch: 2 variables but f returns 1 value" */ f(1)
	func(a int) {}(/* ERROR "cannot use \"s\" (untyped string constant) as int value in argument to func(a int) {}" */ "s")
	var r string = /* ERROR "cannot use func() int {…}() (value of type int) as string value in variable declaration" */ func() int { return 1 }()
	go func(a, b int) {}(/* ERROR "not enough arguments in call to func(a, b int) {}\n\thave (number)\n\twant (int, int)" */ 1)
	defer func() int { return /* ERROR "cannot use \"x\" (untyped string constant) as int value in return statement" */ "x" }()
	_, _, _, _, _, _ = g, h, k, x, y, r
}
