package main

type celsius float64
type fahrenheit float64

func main() {
	var i int = /* ERROR "cannot use \"text\" (untyped string constant) as int value in variable declaration" */ "text"
	var s string = /* ERROR "cannot use 1 (untyped int constant) as string value in variable declaration" */ 1
	var c celsius = /* ERROR "cannot use fahrenheit(1) (constant 1 of float64 type fahrenheit) as celsius value in variable declaration" */ fahrenheit(1)
	var f float32 = /* ERROR "cannot use float64(1) (constant 1 of type float64) as float32 value in variable declaration" */ float64(1)
	var p *int = /* ERROR "cannot use 5 (untyped int constant) as *int value in variable declaration" */ 5
	var sl []int = /* ERROR "cannot use [3]int{} (value of type [3]int) as []int value in variable declaration" */ [3]int{}
	var m map[string]int = /* ERROR "cannot use map[int]string{} (value of type map[int]string) as map[string]int value in variable declaration" */ map[int]string{}
	var ch chan<- int = /* ERROR "cannot use (<-chan int)(nil) (value of type <-chan int) as chan<- int value in variable declaration" */ (<-chan int)(nil)
	var b bool = /* ERROR "cannot use 1 (untyped int constant) as bool value in variable declaration" */ 1
	var fn func(int) = /* ERROR "cannot use func(string) {} (value of type func(string)) as func(int) value in variable declaration" */ func(string) {}
	var e error = /* ERROR "cannot use \"text\" (constant of type string) as error value in variable declaration: string does not implement error (missing method Error)" */ "text"
	i = /* ERROR "cannot use nil as int value in assignment" */ nil
	s = /* ERROR "cannot use 'x' (untyped rune constant 120) as string value in assignment" */ 'x'
	_, _, _, _, _, _, _, _, _, _, _ = c, f, p, sl, m, ch, b, fn, e, i, s
}
