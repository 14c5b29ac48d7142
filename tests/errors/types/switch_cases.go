package main

func main() {
	x := 5
	switch x {
	case /* ERROR "cannot convert \"a\" (untyped string constant) to type int" */ "a":
	case 1, 2, /* ERROR "duplicate case 1 (constant of type int) in expression switch\n\t./switch_cases.go:7:7: previous case" */ 1:
	case /* ERROR "1.5 (untyped float constant) truncated to int" */ 1.5:
	case /* ERROR "duplicate case 2 (constant of type int) in expression switch\n\t./switch_cases.go:7:10: previous case" */ 2:
	case /* ERROR "cannot convert nil to type int" */ nil:
	default:
	/* ERROR "multiple defaults (first at ./switch_cases.go:11:2)" */ default:
	}
	switch {
	case /* ERROR "invalid case x in switch on true (mismatched types int and bool)" */ x:
	case /* ERROR "cannot convert 1 (untyped int constant) to type bool" */ 1:
	case true, false, true:
	}
	switch "s" {
	case "a", /* ERROR "duplicate case \"a\" (constant of type string) in expression switch\n\t./switch_cases.go:20:7: previous case" */ "a":
	}
	switch y := x; /* ERROR "y (variable of type int) is not an interface" */ y.(type) {
	}
	switch f := func() {}; f {
	case nil:
	case /* ERROR "invalid case f in switch on f (func can only be compared to nil)" */ f:
	}
	switch x {
	case 3:
		/* ERROR "cannot fallthrough final case in switch" */ fallthrough
	}
	/* ERROR "fallthrough statement out of place" */ fallthrough
	switch any(x).(type) {
	case int:
		/* ERROR "cannot fallthrough in type switch" */ fallthrough
	case string:
	}
}
