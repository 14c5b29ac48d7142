// The order in which packages, files, variables and init functions of a program are initialized.
package main

import (
	"fmt"

	"example.com/initialization/left"
	_ "example.com/initialization/plugins/one"
	"example.com/initialization/registry"
	"example.com/initialization/right"
	"example.com/initialization/trace"
)

var first = trace.Value("main.first", second+1)

func init() { trace.Step("main init, which sees " + fmt.Sprint(first, second, third)) }

func main() {
	trace.Step("main")
	fmt.Println(registry.Names(), registry.Names())
	l, r := left.Box.Show(), right.Box.Show()
	fmt.Printf("%+v %+v %t\n", l, r, l == r)
	fmt.Printf("%T %T\n", left.Box, right.Box)
}
