package main

func main() {
	x := /* ERROR "cannot use _ as value or type" */ _
	_ = /* ERROR "cannot use _ as value or type" */ _
	/* ERROR "cannot use _ as value or type" */ _()
	var y int = /* ERROR "cannot use _ as value or type" */ _
	type T struct{ _ int }
	t := T{}
	t./* ERROR "t._ undefined (type T has no field or method _)" */ _ = 1
	println(x, y)
}
