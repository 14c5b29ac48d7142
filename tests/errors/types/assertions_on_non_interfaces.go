package main

func main() {
	x := 5
	_ = /* ERROR "invalid operation: x (variable of type int) is not an interface" */ x.(int)
	switch /* ERROR "x (variable of type int) is not an interface" */ x.(type) {
	case int:
	}
	var a any = x
	_ = a.(/* ERROR "undefined: undefined" */ undefined)
	switch y := a.(type) {
	case int, string:
		_ = /* ERROR "invalid operation: y + 1 (mismatched types any and untyped int)" */ y + 1
	case /* ERROR "duplicate case int in type switch\n\t./assertions_on_non_interfaces.go:12:7: previous case" */ int:
	case nil, /* ERROR "duplicate case nil in type switch\n\t./assertions_on_non_interfaces.go:15:7: previous case" */ nil:
	case /* ERROR "5 is not a type" */ 5:
	default:
	/* ERROR "multiple defaults (first at ./assertions_on_non_interfaces.go:17:2)" */ default:
	}
	_ = /* ERROR "invalid syntax tree: use of .(type) outside type switch" */ a.(type)
}
