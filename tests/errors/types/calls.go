package main

func f(a int, b string) int  { return 1 }
func v(a int, rest ...string) {}
func two() (int, string)     { return 1, "" }
func none()                  {}

func main() {
	f(/* ERROR "not enough arguments in call to f\n\thave (number)\n\twant (int, string)" */ 1)
	f(1, "a", /* ERROR "too many arguments in call to f\n\thave (number, string, number)\n\twant (int, string)" */ 2)
	f(/* ERROR "cannot use \"a\" (untyped string constant) as int value in argument to f" */ "a", /* ERROR "cannot use 1 (untyped int constant) as string value in argument to f" */ 1)
	f(two())
	f(/* ERROR "multiple-value two() (value of type (int, string)) in single-value context" */ two(), /* ERROR "cannot use 1 (untyped int constant) as string value in argument to f" */ 1)
	/* ERROR "not enough arguments in call to v\n\thave ()\n\twant (int, ...string)" */ v()
	v(1, /* ERROR "cannot use 2 (untyped int constant) as string value in argument to v" */ 2)
	v(1, /* ERROR "cannot use []string{…} (value of type []string) as string value in argument to v" */ []string{"a"})
	v(1, "x", /* ERROR "too many arguments in call to v\n\thave (number, string, []string...)\n\twant (int, ...string)" */ []string{"a"}...)
	/* ERROR "cannot use ... in call to non-variadic f" */ f(1, []string{"a"}...)
	/* ERROR "declared and not used: x" */ x := /* ERROR "none() (no value) used as value" */ none()
	none(/* ERROR "too many arguments in call to none\n\thave (number)\n\twant ()" */ 1)
	/* ERROR "invalid operation: cannot call 5 (untyped int constant): untyped int is not a function" */ 5()
	/* ERROR "invalid operation: cannot call \"s\" (untyped string constant): untyped string is not a function" */ "s"()
	var i int
	/* ERROR "invalid operation: cannot call i (variable of type int): int is not a function" */ i(3)
	_ = none
	/* ERROR "f (value of type func(a int, b string) int) is not used" */ f
	f(/* ERROR "none() (no value) used as value" */ none(), "a")
	return /* ERROR "too many return values\n\thave (int)\n\twant ()" */ f(1, "a")
}
