package main

func main() {
	s := []int{1}
	m := map[string]int{}
	_ = len(/* ERROR "invalid argument: 5 (untyped int constant) for built-in len" */ 5)
	_ = cap(/* ERROR "invalid argument: m (variable of type map[string]int) for built-in cap" */ m)
	_ = /* ERROR "invalid operation: not enough arguments for len() (expected 1, found 0)" */ len()
	_ = /* ERROR "invalid operation: too many arguments for len(s, s) (expected 1, found 2)" */ len(s, s)
	_ = append(/* ERROR "invalid append: argument must be a slice; have 1 (untyped int constant)" */ 1, 2)
	_ = append(s, /* ERROR "cannot use \"a\" (untyped string constant) as int value in argument to append" */ "a")
	_ = /* ERROR "invalid operation: not enough arguments for append() (expected 1, found 0)" */ append()
	/* ERROR "append(s, 1) (value of type []int) is not used" */ append(s, 1)
	copy(/* ERROR "invalid copy: arguments s (variable of type []int) and \"abc\" (untyped string constant) have different element types int and byte" */ s, "abc")
	/* ERROR "invalid operation: not enough arguments for copy(s) (expected 2, found 1)" */ copy(s)
	delete(/* ERROR "invalid argument: s (variable of type []int) is not a map" */ s, 1)
	delete(m, /* ERROR "cannot use 1 (untyped int constant) as string value in argument to delete" */ 1)
	_ = make(/* ERROR "invalid argument: cannot make int: type must be slice, map, or channel" */ int)
	_ = /* ERROR "invalid operation: make([]int) expects 2 or 3 arguments; found 1" */ make([]int)
	_ = make([]int, /* ERROR "cannot convert \"a\" (untyped string constant) to type int" */ "a")
	_ = make([]int, /* ERROR "invalid argument: length and capacity swapped" */ 5, 2)
	_ = make([]int, /* ERROR "invalid argument: index -1 (constant of type int) must not be negative" */ -1)
	_ = /* ERROR "invalid operation: not enough arguments for new() (expected 1, found 0)" */ new()
	_ = /* ERROR "invalid operation: too many arguments for new(5, 6) (expected 1, found 2)" */ new(5, 6)
	close(/* ERROR "invalid operation: cannot close non-channel s (variable of type []int)" */ s)
	close(/* ERROR "invalid operation: cannot close receive-only channel make(<-chan int) (value of type <-chan int)" */ make(<-chan int))
	_ = complex(/* ERROR "invalid operation: complex(1, \"a\") (mismatched types untyped float and untyped string)" */ 1, "a")
	_ = real(/* ERROR "invalid operation: 1.5 + \"a\" (mismatched types untyped float and untyped string)" */ 1.5 + "a")
	_ = /* ERROR "invalid operation: not enough arguments for min() (expected 1, found 0)" */ min()
	_ = max("a", /* ERROR "invalid argument: mismatched types untyped string (previous argument) and untyped int (type of 1)" */ 1)
	clear(/* ERROR "invalid argument: cannot clear 5 (untyped int constant): argument must be (or constrained by) map or slice" */ 5)
	/* ERROR "len(s) (value of type int) is not used" */ len(s)
	/* ERROR "invalid operation: not enough arguments for panic() (expected 1, found 0)" */ panic()
	/* ERROR "invalid operation: too many arguments for recover(1) (expected 0, found 1)" */ recover(1)
	print(/* ERROR "len (built-in) must be called" */ len)
	x := /* ERROR "len (built-in) must be called" */ len
	_ = x
}
