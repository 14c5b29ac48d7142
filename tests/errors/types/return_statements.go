package main

func a() int          {/* ERROR "missing return" */ }
func b() int          { /* ERROR "not enough return values\n\thave ()\n\twant (int)" */ return }
func c() int          { return /* ERROR "cannot use \"s\" (untyped string constant) as int value in return statement" */ "s" }
func d() int          { return 1, /* ERROR "too many return values\n\thave (number, number)\n\twant (int)" */ 2 }
func e()              { return /* ERROR "too many return values\n\thave (number)\n\twant ()" */ 1 }
func f() (int, error) { return /* ERROR "not enough return values\n\thave (number)\n\twant (int, error)" */ 1 }
func g() (n int, err error) {
	{
		err := error(nil)
		_ = err
		/* ERROR "result parameter err not in scope at return\n\t./return_statements.go:11:3: inner declaration of var err error" */ return
	}
}
func h(x int) int {
	if x > 0 {
		return 1
	}
/* ERROR "missing return" */ }
func i(x int) int {
	for {
		if x > 0 {
			break
		}
	}
/* ERROR "missing return" */ }
func j(x int) int {
	switch x {
	case 1:
		return 1
	default:
		panic("x")
	}
}
func k() int {
	for x := range 3 {
		return x
	}
/* ERROR "missing return" */ }
func main() {
	_ = func() string { for false {} /* ERROR "missing return" */ }
}
