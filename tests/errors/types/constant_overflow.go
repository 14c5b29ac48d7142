package main

func main() {
	var a int8 = /* ERROR "cannot use 128 (untyped int constant) as int8 value in variable declaration (overflows)" */ 128
	var b uint = /* ERROR "cannot use -1 (untyped int constant) as uint value in variable declaration (overflows)" */ -1
	var c uint8 = /* ERROR "cannot use 255 + 1 (untyped int constant 256) as uint8 value in variable declaration (overflows)" */ 255 + 1
	var d int = /* ERROR "cannot use 1 << 64 (untyped int constant 18446744073709551616) as int value in variable declaration (overflows)" */ 1 << 64
	var e float32 = /* ERROR "cannot use 1e39 (untyped float constant 1e+39) as float32 value in variable declaration (overflows)" */ 1e39
	f := int8(/* ERROR "constant 200 overflows int8" */ 200)
	g := /* ERROR "cannot use 1 << 62 * 4 (untyped int constant 18446744073709551616) as int value in assignment (overflows)" */ 1<<62*4
	var h int = /* ERROR "cannot use 1.5 (untyped float constant) as int value in variable declaration (truncated)" */ 1.5
	i := uint16(/* ERROR "constant 70000 overflows uint16" */ 70000)
	var j rune = /* ERROR "cannot use 0x80000000 (untyped int constant 2147483648) as rune value in variable declaration (overflows)" */ 0x80000000
	k := 10 / /* ERROR "invalid operation: division by zero" */ 0
	l := 5 % /* ERROR "invalid operation: division by zero" */ 0
	var m byte = /* ERROR "cannot use 'ā' (untyped rune constant 257) as byte value in variable declaration (overflows)" */ 'ā'
	_, _, _, _, _, _, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h, i, j, k, l, m
}
