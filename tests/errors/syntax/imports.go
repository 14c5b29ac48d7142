package main

import fmt/* ERROR "syntax error: missing import path" */

import "os" /* ERROR "syntax error: unexpected literal \"io\" after top level declaration" */ "io"

import (
	"a"/* ERROR "syntax error: unexpected comma in grouped declaration; possibly missing semicolon or newline or )" */ , "b"
)

func main() {}
