package main

type T struct{ a int }
type U struct{ b int }

func main() {
	_ = int(/* ERROR "cannot convert \"5\" (untyped string constant) to type int" */ "5")
	_ = string(/* ERROR "cannot convert 1.5 (untyped float constant) to type string" */ 1.5)
	_ = []byte(/* ERROR "cannot convert 5 (untyped int constant) to type []byte" */ 5)
	_ = T(/* ERROR "cannot convert U{…} (value of struct type U) to type T" */ U{1})
	_ = (*int)(/* ERROR "cannot convert 5 (untyped int constant) to type *int" */ 5)
	_ = bool(/* ERROR "cannot convert 1 (untyped int constant) to type bool" */ 1)
	_ = func/* ERROR "func() nil (type) is not an expression" */ ()(/* ERROR "nil (untyped nil) is not a type" */ nil)
	_ = error(/* ERROR "cannot convert 5 (untyped int constant) to type error" */ 5)
	_ = [2]int(/* ERROR "cannot convert []string{} (value of type []string) to type [2]int" */ []string{})
	_ = chan int(/* ERROR "cannot convert make(<-chan int) (value of type <-chan int) to type chan int" */ make(<-chan int))
	_ = int(1, /* ERROR "too many arguments in conversion to int" */ 2)
	_ = /* ERROR "missing argument in conversion to int" */ int()
	_ = float64(/* ERROR "cannot convert \"1.5\" (untyped string constant) to type float64" */ "1.5")
	_ = map[string]int(nil, /* ERROR "too many arguments in conversion to map[string]int" */ nil)
}
