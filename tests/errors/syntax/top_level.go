package main

/* ERROR "syntax error: non-declaration statement outside function body" */ x := 5

if true {
}

foo()

/* ERROR "syntax error: imports must appear before other declarations" */ import "fmt"

func main() {}
