package main

func f() int { return 1 }

func main() {
	defer /* ERROR "expression in defer must be function call" */ f
	go /* ERROR "expression in go must be function call" */ f
	defer /* ERROR "expression in defer must be function call" */ 1
	go /* ERROR "expression in go must be function call" */ func() {}
	defer /* ERROR "expression in defer must not be parenthesized" */ (f())
	defer /* ERROR "defer discards result of len(\"a\") (constant 1 of type int)" */ len("a")
	go /* ERROR "go discards result of append([]int{}, 1) (value of type []int)" */ append([]int{}, 1)
	defer /* ERROR "defer requires function call, not conversion int(5) (constant 5 of type int)" */ int(5)
	defer recover()
	go panic(1)
	defer /* ERROR "defer discards result of new(int) (value of type *int)" */ new(int)
}
