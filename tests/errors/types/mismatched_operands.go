package main

func main() {
	var i int = 1
	var f float64 = 2
	var s string = "a"
	var u uint8 = 1
	_ = /* ERROR "invalid operation: i + f (mismatched types int and float64)" */ i + f
	_ = /* ERROR "invalid operation: s + i (mismatched types string and int)" */ s + i
	_ = i == /* ERROR "invalid operation: i == s (mismatched types int and string)" */ s
	_ = /* ERROR "invalid operation: u * i (mismatched types uint8 and int)" */ u * i
	_ = /* ERROR "invalid operation: s && true (mismatched types string and untyped bool)" */ s && true
	_ = !/* ERROR "invalid operation: operator ! not defined on i (variable of type int)" */ i
	_ = -/* ERROR "invalid operation: operator - not defined on s (variable of type string)" */ s
	_ = i < /* ERROR "invalid operation: i < nil (mismatched types int and untyped nil)" */ nil
	_ = /* ERROR "invalid operation: operator - not defined on s (variable of type string)" */ s - "b"
	_ = ^/* ERROR "invalid operation: operator ^ not defined on f (variable of type float64)" */ f
	_ = /* ERROR "invalid operation: operator % not defined on f (variable of type float64)" */ f % 2
}
