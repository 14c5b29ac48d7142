package main

type pt struct{ x, y int }

func (p pt) get() pt   { return p }
func (p *pt) set()     {}
func two() (int, int)  { return 1, 2 }
func none()            {}

const k = 1

func main() {
	m := map[string]pt{}
	/* ERROR "cannot assign to struct field m[\"a\"].x in map" */ m["a"].x = 1
	m["a"]./* ERROR "cannot call pointer method set on pt" */ set()
	_ = &/* ERROR "invalid operation: cannot take address of m[\"a\"] (map index expression of struct type pt)" */ m["a"]
	/* ERROR "cannot assign to m[\"a\"].get().x (neither addressable nor a map index expression)" */ m["a"].get().x = 2
	s := "abc"
	/* ERROR "cannot assign to s[0] (neither addressable nor a map index expression)" */ s[0] = 'x'
	_ = &/* ERROR "invalid operation: cannot take address of s[0] (value of type byte)" */ s[0]
	/* ERROR "cannot assign to k (neither addressable nor a map index expression)" */ k = 2
	/* ERROR "cannot assign to k (neither addressable nor a map index expression)" */ k++
	/* ERROR "cannot assign to nil (neither addressable nor a map index expression)" */ nil = 1
	true := 2
	two() = /* ERROR "assignment mismatch: 1 variable but 2 values" */ 1, 2
	/* ERROR "cannot assign to pt{}.x (neither addressable nor a map index expression)" */ pt{}.x = 1
	pt{}./* ERROR "cannot call pointer method set on pt" */ set()
	(&pt{}).x = 1
	[]int{1}[0] = 2
	/* ERROR "cannot assign to [1]int{…}[0] (neither addressable nor a map index expression)" */ [1]int{1}[0] = 2
	var a [3]int
	a[/* ERROR "invalid argument: index 3 out of bounds [0:3]" */ 3] = 1
	a[/* ERROR "invalid argument: index -1 (constant of type int) must not be negative" */ -1] = 1
	a[/* ERROR "cannot convert \"x\" (untyped string constant) to type int" */ "x"] = 1
	x := /* ERROR "none() (no value) used as value" */ none()
	x, y := /* ERROR "multiple-value two() (value of type (int, int)) in single-value context" */ two(), 1
	x, y = two()
	x = /* ERROR "assignment mismatch: 1 variable but two returns 2 values" */ two()
	var z int = /* ERROR "multiple-value two() (value of type (int, int)) in single-value context" */ two()
	x, y, w := /* ERROR "assignment mismatch: 3 variables but two returns 2 values" */ two()
	_ = /* ERROR "assignment mismatch: 1 variable but two returns 2 values" */ two()
	_ = /* ERROR "none() (no value) used as value" */ none()
	/* ERROR "cannot use _ as value or type" */ _ += 1
	x /* ERROR "no new variables on left side of :=" */ := 1
	x, /* ERROR "x repeated on left side of :=" */ x := 1, 2
	/* ERROR "cannot assign to main (neither addressable nor a map index expression)" */ main = nil
	p := &pt{}
	p.x, p./* ERROR "p.z undefined (type *pt has no field or method z)" */ z = 1, 2
	*p = /* ERROR "cannot use nil as pt value in assignment" */ nil
	*/* ERROR "invalid operation: cannot indirect *p (variable of struct type pt)" */ *p = 1
	*/* ERROR "invalid operation: cannot indirect s (variable of type string)" */ s = 1
	var i any = 1
	/* ERROR "invalid operation: i += 1 (mismatched types any and untyped int)" */ i += 1
	i./* ERROR "i.x undefined (type any has no field or method x)" */ x = 1
	f := func() {}
	/* ERROR "f() (no value) used as value" */ f() = 1
	/* ERROR "len (built-in) must be called" */ len = 3
	for /* ERROR "declared and not used: i" */ i := range 3 {
		/* ERROR "declared and not used: i" */ i, /* ERROR "declared and not used: j" */ j := /* ERROR "assignment mismatch: 2 variables but 1 value" */ 1
	}
	/* ERROR "cannot assign to \"x\"[0] (neither addressable nor a map index expression)" */ "x"[0] = 1
	/* ERROR "cannot assign to 1 (neither addressable nor a map index expression)" */ 1 = x
	x + 1 = 2
	x, /* ERROR "cannot assign to \"y\" (neither addressable nor a map index expression)" */ "y" = 1, 2
	var _ = x == y
	_, _, _ = z, w, true
	/* ERROR "int (type) is not an expression" */ int = 1
}
