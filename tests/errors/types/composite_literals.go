package main

type P struct {
	x, y int
	s    string
}

func main() {
	_ = P{1, 2/* ERROR "too few values in struct literal of type P" */ }
	_ = P{1, 2, "a", /* ERROR "too many values in struct literal of type P" */ 4}
	_ = P{x: 1, /* ERROR "mixture of field:value and value elements in struct literal" */ 2}
	_ = P{/* ERROR "unknown field z in struct literal of type P" */ z: 1}
	_ = P{x: 1, /* ERROR "duplicate field name x in struct literal" */ x: 2}
	_ = P{/* ERROR "cannot use \"a\" (untyped string constant) as int value in struct literal" */ "a", 1, /* ERROR "cannot use 2 (untyped int constant) as string value in struct literal" */ 2}
	_ = []int{1, /* ERROR "cannot use \"a\" (untyped string constant) as int value in array or slice literal" */ "a", /* ERROR "cannot use 2.5 (untyped float constant) as int value in array or slice literal (truncated)" */ 2.5}
	_ = [2]int{1, 2, /* ERROR "index 2 is out of bounds (>= 2)" */ 3}
	_ = []int{0: 1, /* ERROR "duplicate index 0 in array or slice literal" */ 0: 2}
	_ = []int{/* ERROR "invalid argument: index -1 (constant of type int) must not be negative" */ -1: 1}
	_ = map[string]int{"a": 1, /* ERROR "duplicate key \"a\" in map literal" */ "a": 2}
	_ = map[string]int{/* ERROR "cannot use 1 (untyped int constant) as string value in map literal" */ 1: 1, "b": /* ERROR "cannot use \"c\" (untyped string constant) as int value in map literal" */ "c"}
	_ = map[string]int{/* ERROR "missing key in map literal" */ "x"}
	_ = []int{/* ERROR "cannot convert \"k\" (untyped string constant) to type int" */ "k": 1}
	_ = /* ERROR "invalid composite literal type int" */ int{1}
	_ = [...]int{5: 1}[/* ERROR "invalid argument: index 7 out of bounds [0:6]" */ 7]
	_ = &[]*P{{1, 2, /* ERROR "cannot use 3 (untyped int constant) as string value in struct literal" */ 3}}
	_ = []struct{ a int }{{/* ERROR "unknown field b in struct literal of type struct{a int}" */ b: 1}}
}
