package main

func main() {
	var c complex128
	var f float64 = /* ERROR "cannot use c (variable of type complex128) as float64 value in variable declaration" */ c
	_ = /* ERROR "invalid operation: c > c (operator > not defined on complex128)" */ c > c
	_ = /* ERROR "invalid operation: operator % not defined on c (variable of type complex128)" */ c % 2
	_ = real(/* ERROR "invalid argument: argument has type untyped string, expected complex type" */ "a")
	_ = complex(/* ERROR "invalid operation: complex(f, float32(1)) (mismatched types float64 and float32)" */ f, float32(1))
	_ = int(/* ERROR "cannot convert 2i (untyped complex constant (0 + 2i)) to type int" */ 2i)
	_ = int(2i * 2i)
	_ = /* ERROR "invalid operation: \"a\" * 2 (mismatched types untyped string and untyped int)" */ "a" * 2
	_ = /* ERROR "invalid operation: \"a\" + 'b' (mismatched types untyped string and untyped rune)" */ "a" + 'b'
	_ = /* ERROR "more than one character in rune literal" */ 'ab'
}
