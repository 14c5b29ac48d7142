package main

var x = 1

/* ERROR "syntax error: imports must appear before other declarations" */ import "os"

func main() { _ = x }
