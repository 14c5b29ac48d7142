package main

import "fmt"

func main() {
	args := []any{1, "two"}
	show := func(format string, args ...any) { fmt.Printf(format+"\n", args...) }
	show("%d", "str")
	show("%s %s", 1)
	show("%d", args...)
	show("%z %!", 3)
	show("no verbs", 1, "x")
	show("%d %d", 1)
	show("%", 1)
	show("%[3]d", 1, 2)
	show("%[x]d", 1)
	show("%t %q", 5, 1.5)
	show("%.x", 255)
	show("%s", []any{1, "a", nil})
	show("%d", []string{"a"})
	show("%d", struct {
		a int
		b string
	}{1, "x"})
	show("%*d", "w", 3)
	show("%-%|%5%")
	show("%s %d", nil, nil)
	show("%[2]s %[1]s", "a", "b")
	show("%[1]d %[1]v %d", 1, 2)
	show("%w", fmt.Errorf("x"))
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, nil), fmt.Sprintln("x", 1))
}

// Output:
// %!d(string=str)
// %!s(int=1) %!s(MISSING)
// 1
// %!(EXTRA string=two)%!z(int=3) %!!(MISSING)
// no verbs
// %!(EXTRA int=1, string=x)1 %!d(MISSING)
// %!
// (int=1)%!d(BADINDEX)
// %!d(BADINDEX)
// %!t(int=5) %!q(float64=1.5)
// ff
// [%!s(int=1) a <nil>]
// [%!d(string=a)]
// {1 %!d(string=x)}
// %!(BADWIDTH)3
// %|%
// %!s(<nil>) %!d(<nil>)
// b a
// 1 1 2
// %!w(*errors.errorString=&{x})
// a1 2bc3 <nil> <nil> x 1
