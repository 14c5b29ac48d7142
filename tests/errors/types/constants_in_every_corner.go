package main

import "math"

const (
	a = iota
	b
	c = "x" + iota
	d float32 = iota / 2
	e
	f = 1 << (iota * 20)
	g
	_
	h int8 = f
)

const (
	x, y = iota, iota + 10
	z
	u, v, w
	t int = "t"
)

const n
const big = 1 << 100
const huge = 1 << 10000
const neg uint = -1
const fn = len("abc") + cap([2]int{}) + f2()
const s = "abc"[1]
const sl = "abc"[1:]
const zero = 1 / 0
const fzero = 1.0 / 0
const mod = 5.5 % 2
const sh = 1.5 << 1
const r rune = 'ab'
const bs byte = 'é'
const nilc = nil
const st = struct{}{}
const arr = [2]int{1, 2}
const fl float32 = math.MaxFloat64
const i64 int64 = math.MaxUint64
const inf = math.Inf(1)
const cmplx = 1i * 1i
const ci int = 1i * 1i
const str string = 65
const bl bool = 1 == 1.0
const typ = int
const par int = 10 / 4.0
const par2 int = 10 / 4
const lenv = len(vs)
const leni = len([3]int{f2(), 1, 2})

var vs []int

func f2() int { return 1 }

func main() {
	var i int = big
	var u8 uint8 = 255 + 1
	u8 = -1
	u8 = 256
	u8 = 'a' * 3
	var j = big
	var k = big >> 98
	_ = i << 64 << 1
	_ = 5 / 0
	_ = i / 0
	_ = 5.0 / 0
	_ = i % 0
	_ = u8 << 8
	_ = 1 << -1
	_ = i >> 1.5
	_ = []int{1: 1, 1: 2, -1: 3, "x": 4, 1.0: 5, 1.5: 6}
	_ = [2]int{1, 2, 3}
	_ = [...]int{5: 1, 2}[7]
	_ = "abc"[5]
	_ = "abc"[2:1]
	_ = vs[-1]
	_ = vs[1.5]
	_ = vs[2:1]
	_ = vs["x"]
	_ = vs[1<<70]
	b := 1
	_ = b == 1.5
	_ = u8 == 300
	_ = 'a' + 1.5 + "x"
	const loc = b
	_, _, _ = i, j, k
}

// Errors:
// 8:6: invalid operation: \"x\" + iota (mismatched types untyped string and untyped int)
// 14:11: cannot use f (untyped int constant 1267650600228229401496703205376) as int8 value in constant declaration (overflows)
// 19:2: extra init expr at ./constants_in_every_corner.go:18:20
// 20:8: missing init expr for w
// 21:10: cannot use \"t\" (untyped string constant) as int value in constant declaration
// 24:7: missing init expr for n
// 26:19: invalid operation: invalid shift count 10000 (untyped int constant)
// 27:18: cannot use -1 (untyped int constant) as uint value in constant declaration (overflows)
// 28:12: len(\"abc\") + cap([2]int{}) + f2() (value of type int) is not constant
// 29:11: \"abc\"[1] (value of type byte) is not constant
// 30:17: \"abc\"[1:] (value of type string) is not constant
// 31:18: invalid operation: division by zero
// 32:21: invalid operation: division by zero
// 33:13: invalid operation: operator % not defined on 5.5 (untyped float constant)
// 34:12: invalid operation: shifted operand 1.5 (untyped float constant) must be integer
// 35:16: more than one character in rune literal
// 37:14: nil is not constant
// 38:12: struct{}{} (value of type struct{}) is not constant
// 39:13: [2]int{…} (value of type [2]int) is not constant
// 40:20: cannot use math.MaxFloat64 (untyped float constant 1.79769e+308) as float32 value in constant declaration (overflows)
// 41:19: cannot use math.MaxUint64 (untyped int constant 18446744073709551615) as int64 value in constant declaration (overflows)
// 42:13: math.Inf(1) (value of type float64) is not constant
// 45:20: cannot use 65 (untyped int constant) as string value in constant declaration
// 47:13: int (type) is not an expression
// 48:17: cannot use 10 / 4.0 (untyped float constant 2.5) as int value in constant declaration (truncated)
// 50:14: len(vs) (value of type int) is not constant
// 51:14: len([3]int{…}) (value of type int) is not constant
// 58:14: cannot use big (untyped int constant 1267650600228229401496703205376) as int value in variable declaration (overflows)
// 59:17: cannot use 255 + 1 (untyped int constant 256) as uint8 value in variable declaration (overflows)
// 60:7: cannot use -1 (untyped int constant) as uint8 value in assignment (overflows)
// 61:7: cannot use 256 (untyped int constant) as uint8 value in assignment (overflows)
// 62:7: cannot use 'a' * 3 (untyped rune constant 291) as uint8 value in assignment (overflows)
// 63:10: cannot use big (untyped int constant 1267650600228229401496703205376) as int value in variable declaration (overflows)
// 66:10: invalid operation: division by zero
// 67:10: invalid operation: division by zero
// 68:12: invalid operation: division by zero
// 69:10: invalid operation: division by zero
// 71:11: invalid operation: negative shift count -1 (untyped int constant)
// 72:11: 1.5 (untyped float constant) truncated to uint
// 73:18: duplicate index 1 in array or slice literal
// 73:24: invalid argument: index -1 (constant of type int) must not be negative
// 73:31: cannot convert \"x\" (untyped string constant) to type int
// 73:39: duplicate index 1 in array or slice literal
// 73:47: 1.5 (untyped float constant) truncated to int
// 74:19: index 2 is out of bounds (>= 2)
// 75:24: invalid argument: index 7 out of bounds [0:7]
// 76:12: invalid argument: index 5 out of bounds [0:3]
// 77:14: invalid slice indices: 1 < 2
// 78:9: invalid argument: index -1 (constant of type int) must not be negative
// 79:9: 1.5 (untyped float constant) truncated to int
// 80:11: invalid slice indices: 1 < 2
// 81:9: cannot convert \"x\" (untyped string constant) to type int
// 82:9: 1 << 70 (untyped int constant 1180591620717411303424) overflows int
// 84:11: 1.5 (untyped float constant) truncated to int
// 85:12: 300 (untyped int constant) overflows uint8
// 86:6: invalid operation: 'a' + 1.5 + \"x\" (mismatched types untyped float and untyped string)
// 87:14: b (variable of type int) is not constant
