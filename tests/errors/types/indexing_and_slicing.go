package main

func main() {
	s := []int{1}
	a := [3]int{}
	m := map[string]int{}
	str := "abc"
	p := &s
	_ = s[/* ERROR "cannot convert \"x\" (untyped string constant) to type int" */ "x"]
	_ = s[/* ERROR "1.5 (untyped float constant) truncated to int" */ 1.5]
	_ = s[/* ERROR "invalid argument: index -1 (constant of type int) must not be negative" */ -1]
	_ = a[/* ERROR "invalid argument: index 3 out of bounds [0:3]" */ 3]
	_ = a[/* ERROR "invalid argument: index 5 out of bounds [0:4]" */ 5:]
	_ = a[2:/* ERROR "invalid slice indices: 1 < 2" */ 1]
	_ = m[/* ERROR "cannot use 1 (untyped int constant) as string value in map index" */ 1]
	_ = str[5]
	_ = "abc"[/* ERROR "invalid argument: index 3 out of bounds [0:3]" */ 3]
	/* ERROR "cannot assign to str[0] (neither addressable nor a map index expression)" */ str[0] = 'x'
	_ = p/* ERROR "cannot index p (variable of type *[]int)" */ [0]
	_ = 5/* ERROR "cannot index 5 (untyped int constant)" */ [0]
	_ = str[0:1:/* ERROR "invalid operation: 3-index slice of string" */ 2]
	_ = /* ERROR "cannot slice m (variable of type map[string]int)" */ m[:]
	_ = s[1:2:/* ERROR "final index required in 3-index slice" */ ]
	_ = s[:/* ERROR "middle index required in 3-index slice" */ :3]
	var i8 int8
	_ = s[i8:/* ERROR "invalid argument: index str (variable of type string) must be integer" */ str]
	_ = /* ERROR "cannot slice unaddressable value [3]int{} (value of type [3]int)" */ [3]int{}[:]
	_ = main/* ERROR "cannot index main (value of type func())" */ [0]
}
