package main

import (
	"fmt"
	str "strings"
	. "math"
	_ "os"
	fmt "io"
)

func fmt() {}

func main() {
	_ = strings.ToUpper("a")
	_ = str.toUpper("a")
	_ = Sqrt("x")
	os.Exit(1)
}

// Errors:
// 4:2: \"fmt\" imported and not used
// 8:2: fmt redeclared in this block\n\t./import_names.go:4:2: other declaration of fmt
// 8:2: \"io\" imported as fmt and not used
// 11:6: fmt already declared through import of package fmt (\"fmt\")\n\t./import_names.go:4:2: other declaration of fmt
// 14:6: undefined: strings
// 15:10: undefined: str.toUpper (but have ToUpper)
// 16:11: cannot use \"x\" (untyped string constant) as float64 value in argument to Sqrt
// 17:2: undefined: os
