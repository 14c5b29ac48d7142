package main

var /* ERROR "cannot declare init - must be func" */ init = 1

func /* ERROR "func init must have no arguments and no return values" */ init() int { return 1 }

func /* ERROR "func main must have no arguments and no return values" */ main(args []string) {}

func f() { /* ERROR "undefined: init" */ init() }
