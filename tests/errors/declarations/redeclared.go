package main

var a = 1
var /* ERROR "a redeclared in this block\n\t./redeclared.go:3:5: other declaration of a" */ a = 2

func f() {}
func /* ERROR "f redeclared in this block\n\t./redeclared.go:6:6: other declaration of f" */ f(int) {}

type T struct{}
type /* ERROR "T redeclared in this block\n\t./redeclared.go:9:6: other declaration of T" */ T int

func g(x int, /* ERROR "x redeclared in this block\n\t./redeclared.go:12:8: other declaration of x" */ x string) {}

func main() {
	v := 1
	v /* ERROR "no new variables on left side of :=" */ := 2
	var /* ERROR "v redeclared in this block\n\t./redeclared.go:15:2: other declaration of v" */ v string
	_ = v
}
