package main

func f() int { return 1 }

var v = 2

const a = /* ERROR "f() (value of type int) is not constant" */ f()
const b = /* ERROR "v (variable of type int) is not constant" */ v
const c int = /* ERROR "cannot use \"s\" (untyped string constant) as int value in constant declaration" */ "s"
const d /* ERROR "invalid constant type []int" */ []int = nil
const /* ERROR "missing init expr for e" */ e
const f2 uint8 = /* ERROR "cannot use 256 (untyped int constant) as uint8 value in constant declaration (overflows)" */ 256
const g = /* ERROR "len([]int{…}) (value of type int) is not constant" */ len([]int{1})
const h = 1 / /* ERROR "invalid operation: division by zero" */ 0

func main() {}
