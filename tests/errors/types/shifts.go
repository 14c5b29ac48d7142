package main

func main() {
	var f float64 = 1
	var s string
	var i int = 1
	_ = /* ERROR "invalid operation: shifted operand f (variable of type float64) must be integer" */ f << 1
	_ = 1 << /* ERROR "invalid operation: shift count f (variable of type float64) must be integer" */ f
	_ = i << /* ERROR "invalid operation: negative shift count -1 (untyped int constant)" */ -1
	_ = i << /* ERROR "1.5 (untyped float constant) truncated to uint" */ 1.5
	_ = i << /* ERROR "cannot convert \"a\" (untyped string constant) to type uint" */ "a"
	_ = /* ERROR "invalid operation: shifted operand s (variable of type string) must be integer" */ s << 1
	_ = /* ERROR "invalid operation: shifted operand 1.5 (untyped float constant) must be integer" */ 1.5 << 2
	_ = 1 /* ERROR "constant shift overflow" */ << 1000
	var u = /* ERROR "invalid operation: shifted operand 1.0 (type float64) must be integer" */ 1.0 << i
	var g float64 = /* ERROR "invalid operation: shifted operand 1 (type float64) must be integer" */ 1 << i
	_ = i << 2.0
	_ = /* ERROR "uint8(1) << 8 (constant 256 of type uint8) overflows uint8" */ uint8(1) << 8
	_, _ = u, g
}
