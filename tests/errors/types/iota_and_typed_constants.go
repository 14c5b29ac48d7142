package main

type color int

const (
	red color = iota
	green
	blue = /* ERROR "invalid operation: \"b\" + iota (mismatched types untyped string and untyped int)" */ "b" + iota
)

const x uint8 = -iota
const big = 1 << 100

func paint(c color) {}

func main() {
	paint(red)
	paint(1)
	i := 1
	paint(/* ERROR "cannot use i (variable of type int) as color value in argument to paint" */ i)
	paint(blue)
	_ = /* ERROR "cannot use iota outside constant declaration" */ iota
	println(/* ERROR "cannot use big (untyped int constant 1267650600228229401496703205376) as int value in argument to built-in println (overflows)" */ big)
	var f float32 = big
	var n int = /* ERROR "cannot use big (untyped int constant 1267650600228229401496703205376) as int value in variable declaration (overflows)" */ big
	_, _ = f, n
	_ = red + /* ERROR "1.5 (untyped float constant) truncated to int" */ 1.5
	_ = green + /* ERROR "big (untyped int constant 1267650600228229401496703205376) overflows int" */ big
}
