package dots

import "fmt"

func init() { fmt.Println("dots") }

func Dot() string { return "dot" }
