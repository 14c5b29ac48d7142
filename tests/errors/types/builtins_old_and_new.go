package main

import "unsafe"

func main() {
	s := []int{1}
	m := map[string]int{}
	var a [3]int
	_ = /* ERROR "invalid operation: not enough arguments for min() (expected 1, found 0)" */ min()
	_ = min(1, /* ERROR "invalid argument: mismatched types untyped int (previous argument) and untyped string (type of \"x\")" */ "x")
	_ = max(/* ERROR "invalid argument: s (variable of type []int) cannot be ordered" */ s)
	_ = /* ERROR "invalid operation: invalid use of ... with built-in max" */ max(s...)
	_ = /* ERROR "invalid operation: min(1, 2.5, 'a') + \"x\" (mismatched types untyped float and untyped string)" */ min(1, 2.5, 'a') + "x"
	_ = max("a", "b") < /* ERROR "invalid operation: max(\"a\", \"b\") < 1 (mismatched types untyped string and untyped int)" */ 1
	var i8 int8 = min(1000, 2)
	var i8b int8 = /* ERROR "cannot use max(1000, 2) (untyped int constant 1000) as int8 value in variable declaration (overflows)" */ max(1000, 2)
	const k = min(1, 2.5) / 2
	var arr [max(1, 2)]string = /* ERROR "cannot use a (variable of type [3]int) as [2]string value in variable declaration" */ a
	clear(/* ERROR "invalid argument: cannot clear a (variable of type [3]int): argument must be (or constrained by) map or slice" */ a)
	clear(/* ERROR "invalid argument: cannot clear 1 (untyped int constant): argument must be (or constrained by) map or slice" */ 1)
	/* ERROR "invalid operation: not enough arguments for clear() (expected 1, found 0)" */ clear()
	_ = /* ERROR "clear(m) (no value) used as value" */ clear(m)
	_ = /* ERROR "invalid operation: too many arguments for new(1, 2) (expected 1, found 2)" */ new(1, 2)
	var p *int = /* ERROR "cannot use new(\"x\") (value of type *string) as *int value in variable declaration" */ new("x")
	var q *float64 = /* ERROR "cannot use new(1) (value of type *int) as *float64 value in variable declaration" */ new(1)
	_ = new(/* ERROR "use of untyped nil in argument to new" */ nil)
	_ = /* ERROR "invalid operation: *new(5) + \"x\" (mismatched types int and untyped string)" */ *new(5) + "x"
	_ = /* ERROR "invalid operation: invalid use of ... with built-in new" */ new(s...)
	/* ERROR "append(s, 1) (value of type []int) is not used" */ append(s, 1)
	s = append(s, /* ERROR "cannot use \"x\" (untyped string constant) as int value in argument to append" */ "x")
	s = append(s, /* ERROR "cannot use s (variable of type []int) as int value in argument to append" */ s)
	s = append(/* ERROR "invalid append: argument must be a slice; have 1 (untyped int constant)" */ 1, 2)
	s = /* ERROR "invalid operation: not enough arguments for append() (expected 1, found 0)" */ append()
	_ = append(s, /* ERROR "cannot use []string{} (value of type []string) as []int value in argument to append" */ []string{}...)
	_ = append([]byte{}, "abc"...)
	_ = append([]rune{}, /* ERROR "cannot use \"abc\" (untyped string constant) as []rune value in argument to append" */ "abc"...)
	_ = append(/* ERROR "invalid append: argument must be a slice; have untyped nil" */ nil, 1)
	copy(s, /* ERROR "invalid copy: argument must be a slice; have m (variable of type map[string]int)" */ m)
	copy(/* ERROR "invalid copy: argument must be a slice; have a (variable of type [3]int)" */ a, s)
	copy(/* ERROR "invalid copy: arguments s (variable of type []int) and []string{} (value of type []string) have different element types int and string" */ s, []string{})
	delete(m, /* ERROR "cannot use 1 (untyped int constant) as string value in argument to delete" */ 1)
	delete(/* ERROR "invalid argument: s (variable of type []int) is not a map" */ s, 0)
	/* ERROR "invalid operation: not enough arguments for delete(m) (expected 2, found 1)" */ delete(m)
	_ = len(/* ERROR "invalid argument: 1 (untyped int constant) for built-in len" */ 1)
	_ = /* ERROR "invalid operation: too many arguments for len(m, m) (expected 1, found 2)" */ len(m, m)
	_ = cap(/* ERROR "invalid argument: m (variable of type map[string]int) for built-in cap" */ m)
	_ = cap(/* ERROR "invalid argument: \"x\" (untyped string constant) for built-in cap" */ "x")
	/* ERROR "len(s) (value of type int) is not used" */ len(s)
	_ = make(/* ERROR "invalid argument: cannot make int: type must be slice, map, or channel" */ int)
	_ = /* ERROR "invalid operation: make([]int) expects 2 or 3 arguments; found 1" */ make([]int)
	_ = make([]int, /* ERROR "invalid argument: length and capacity swapped" */ 2, 1)
	_ = make([]int, /* ERROR "invalid argument: index -1 (constant of type int) must not be negative" */ -1)
	_ = make([]int, /* ERROR "1.5 (untyped float constant) truncated to int" */ 1.5)
	_ = make([]int, /* ERROR "cannot convert \"x\" (untyped string constant) to type int" */ "x")
	_ = /* ERROR "invalid operation: make(map[string]int, 1, 2) expects 1 or 2 arguments; found 3" */ make(map[string]int, 1, 2)
	_ = make(/* ERROR "1 is not a type" */ 1)
	_ = complex(/* ERROR "invalid operation: complex(1, \"x\") (mismatched types untyped float and untyped string)" */ 1, "x")
	_ = complex(/* ERROR "1.5 (untyped float constant) truncated to int" */ 1.5, int(2))
	_ = real(/* ERROR "invalid argument: argument has type untyped string, expected complex type" */ "x")
	_ = imag(1)
	close(/* ERROR "invalid operation: cannot close non-channel s (variable of type []int)" */ s)
	/* ERROR "invalid operation: not enough arguments for panic() (expected 1, found 0)" */ panic()
	/* ERROR "invalid operation: too many arguments for panic(1, 2) (expected 1, found 2)" */ panic(1, 2)
	/* ERROR "invalid operation: too many arguments for recover(1) (expected 0, found 1)" */ recover(1)
	print(s)
	println(main, /* ERROR "print (built-in) must be called" */ print)
	_ = /* ERROR "invalid operation: not enough arguments for unsafe.Sizeof() (expected 1, found 0)" */ unsafe.Sizeof()
	_ = unsafe.Offsetof(/* ERROR "invalid argument: a is not a selector expression" */ a)
	_ = unsafe.Slice(/* ERROR "invalid argument: s (variable of type []int) is not a pointer" */ s, 1)
	_ = unsafe.Add(/* ERROR "cannot use 1 (untyped int constant) as unsafe.Pointer value in argument to unsafe.Add" */ 1, 2)
	/* ERROR "declared and not used: f" */ f := /* ERROR "len (built-in) must be called" */ len
	defer /* ERROR "defer discards result of len(s) (value of type int)" */ len(s)
	go /* ERROR "go discards result of new(int) (value of type *int)" */ new(int)
	defer panic(1)
	_, _, _, _, _ = i8, i8b, p, q, arr
}
