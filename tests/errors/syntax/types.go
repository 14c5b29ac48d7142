package main

type A struct { a int/* ERROR "syntax error: unexpected comma in struct type; possibly missing semicolon or newline or }" */ , b int }

type B interface { m() int; ~int | string; }

type C [3]/* ERROR "syntax error: unexpected newline, expected type" */

type D map[string]/* ERROR "syntax error: unexpected newline, expected type" */

type E func /* ERROR "syntax error: unexpected name int, expected (" */ int

type F = chan

type G [...]int

func main() /* ERROR "syntax error: unexpected { after top level declaration" */ {}
