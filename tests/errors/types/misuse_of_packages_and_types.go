package main

import (
	"fmt"
	"os"
)

type T struct{}

func main() {
	/* ERROR "use of package fmt not in selector" */ fmt = 5
	/* ERROR "fmt.Println (value of type func(a ...any) (n int, err error)) is not used" */ fmt.Println
	x := /* ERROR "use of package fmt not in selector" */ fmt
	/* ERROR "os.Exit (value of type func(code int)) is not used" */ os.Exit
	fmt./* ERROR "undefined: fmt.println (but have Println)" */ println("a")
	fmt./* ERROR "undefined: fmt.Undefined" */ Undefined()
	var t fmt./* ERROR "undefined: fmt.T" */ T
	var u /* ERROR "os.Args (variable of type []string) is not a type" */ os.Args
	T./* ERROR "T.x undefined (type T has no field or method x)" */ x()
	_ = T./* ERROR "T.y undefined (type T has no field or method y)" */ y
	string./* ERROR "string.foo undefined (type string has no field or method foo)" */ foo()
	_ = /* ERROR "T (type) is not an expression" */ T + 1
	if /* ERROR "T (type) is not an expression" */ T {
	}
	fmt.Println(/* ERROR "T (type) is not an expression" */ T)
	fmt.Printf(/* ERROR "int (type) is not an expression" */ int, 1)
	os.Args./* ERROR "os.Args.x undefined (type []string has no field or method x)" */ x = 1
	/* ERROR "use of package os not in selector" */ /* ERROR "cannot assign to os.Getenv (neither addressable nor a map index expression)" */ os.Getenv = nil
	_, _, _ = x, t, u
}
