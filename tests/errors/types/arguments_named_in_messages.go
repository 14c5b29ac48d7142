package main

type T struct{}

func (T) m(a int, b ...string) (int, error) { return 0, nil }

type I interface{ m(a int) }

func g(f func(int, string) (bool, error), i I) {}

func main() {
	var t T
	t.m()
	t.m("a", 1)
	x := t.m(1)
	g(t.m, t)
	g(func(int) {}, nil)
	a, b, c := t.m(1, "x")
	_, _, _, _ = x, a, b, c
}

// Errors:
// 13:2: not enough arguments in call to t.m\n\thave ()\n\twant (int, ...string)
// 14:6: cannot use \"a\" (untyped string constant) as int value in argument to t.m
// 14:11: cannot use 1 (untyped int constant) as string value in argument to t.m
// 15:7: assignment mismatch: 1 variable but t.m returns 2 values
// 16:4: cannot use t.m (value of type func(a int, b ...string) (int, error)) as func(int, string) (bool, error) value in argument to g
// 16:9: cannot use t (variable of struct type T) as I value in argument to g: T does not implement I (wrong type for method m)\n\t\thave m(int, ...string) (int, error)\n\t\twant m(int)
// 17:4: cannot use func(int) {} (value of type func(int)) as func(int, string) (bool, error) value in argument to g
// 18:13: assignment mismatch: 3 variables but t.m returns 2 values
