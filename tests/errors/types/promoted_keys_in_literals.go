package main

type base struct {
	ID   int
	name string
}
type other struct{ ID, Extra int }
type ptr struct{ P int }

type item struct {
	base
	*ptr
	Price float64
}
type twice struct {
	base
	other
}

func main() {
	_ = item{ID: 1, name: "x", Price: 2}
	_ = item{ID: 1, /* ERROR "cannot specify embedded field base and enclosed promoted field ID" */ base: base{}}
	_ = item{base: base{}, /* ERROR "cannot specify promoted field ID and enclosing embedded field base" */ ID: 1}
	_ = item{/* ERROR "invalid implicit pointer indirection to reach P" */ P: 1}
	_ = item{ID: 1, /* ERROR "duplicate field name ID in struct literal" */ ID: 2}
	_ = item{ID: /* ERROR "cannot use \"x\" (untyped string constant) as int value in struct literal" */ "x"}
	_ = item{/* ERROR "unknown field Nothing in struct literal of type item" */ Nothing: 1}
	_ = twice{/* ERROR "unknown field ID in struct literal of type twice" */ ID: 1}
	_ = twice{Extra: 1, /* ERROR "cannot specify embedded field other and enclosed promoted field Extra" */ other: other{}}
	_ = twice{name: "n", Extra: 2}
	_ = item{ID: 1, /* ERROR "mixture of field:value and value elements in struct literal" */ 2.5}
	_ = item{base{}, nil/* ERROR "too few values in struct literal of type item" */ }
	_ = item{/* ERROR "invalid field name base.ID in struct literal" */ base.ID: 1}
	_ = []item{{ID: 1}, {/* ERROR "unknown field id in struct literal of type item, but does have ID" */ id: 2}}
	_ = &item{ptr: &ptr{P: 1}, /* ERROR "invalid implicit pointer indirection to reach P" */ P: 2}
}
