package main

import (
	"fmt"
	"fmt"
	x "os"
)

var fmt2 = fmt.Sprint

/* ERROR "syntax error: imports must appear before other declarations" */ import "io"

func main() {
	fmt := "shadow"
	fmt.Println()
	x := 1
}
