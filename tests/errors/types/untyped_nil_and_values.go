package main

func main() {
	x := /* ERROR "use of untyped nil in assignment" */ nil
	var y = /* ERROR "use of untyped nil in variable declaration" */ nil
	var z any = nil
	f := func() {}
	g := /* ERROR "f() (no value) used as value" */ f()
	_ = nil./* ERROR "nil.x undefined (type untyped nil has no field or method x)" */ x
	_ = */* ERROR "invalid operation: cannot indirect z (variable of interface type any)" */ z
	a, b := /* ERROR "use of untyped nil in multiple assignment" */ nil, 1
	_ = len(/* ERROR "invalid argument: nil for built-in len" */ nil)
	_ = /* ERROR "invalid operation: operator + not defined on nil" */ nil + nil
	_ = /* ERROR "invalid operation: cannot call nil: untyped nil is not a function" */ nil(1)
	var t = /* ERROR "int (type) is not an expression" */ int
	_ = /* ERROR "int (type) is not an expression" */ int
	_ = /* ERROR "undefined: fmt" */ fmt
	type T = int
	/* ERROR "T (type) is not an expression" */ T = 5
	_, _, _, _, _, _ = x, y, g, a, b, t
}
