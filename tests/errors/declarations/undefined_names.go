package main

func main() {
	x := /* ERROR "undefined: undefinedVar" */ undefinedVar + 1
	/* ERROR "undefined: undefinedFunc" */ undefinedFunc(x)
	var t /* ERROR "undefined: missingType" */ missingType
	t.foo()
	/* ERROR "undefined: y" */ y = 3
	/* ERROR "undefined: fmt" */ fmt.Println(x)
}
