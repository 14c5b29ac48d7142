package main

func f(a [3]int) {}

func main() {
	/* ERROR "declared and not used: n" */ n := 3
	var a [/* ERROR "invalid array length n" */ n]int
	f(/* ERROR "cannot use [4]int{} (value of type [4]int) as [3]int value in argument to f" */ [4]int{})
	f(/* ERROR "cannot use []int{…} (value of type []int) as [3]int value in argument to f" */ []int{1, 2, 3})
	var b [2]int = /* ERROR "cannot use [...]int{…} (value of type [3]int) as [2]int value in variable declaration" */ [...]int{1, 2, 3}
	_ = [3]int{} == /* ERROR "invalid operation: [3]int{} == [4]int{} (mismatched types [3]int and [4]int)" */ [4]int{}
	_ = /* ERROR "cannot slice unaddressable value [...]int{…} (value of type [2]int)" */ [...]int{1, 2}[n:5]
	var c /* ERROR "invalid use of [...] array (outside a composite literal)" */ [...]int
	_ = [2]string{0: "a", /* ERROR "invalid argument: index 2 out of bounds [0:2]" */ 2: "b"}
	_ = len(a) + "x"
	_ = [1 << 50][1 << 50]int{}
	b[/* ERROR "invalid argument: index 2 out of bounds [0:2]" */ 2] = 1
	_, _ = b, c
}
