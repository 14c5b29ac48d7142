package main

func main() {
	_ = 0x
	_ = 0b12
	_ = 089
	_ = 1__0
	_ = 1_
	_ = 0x1.5
	_ = 1e
	_ = 0o8
	_ = 0xg
	_ = 0_x1
	_ = 1.5p3
	_ = 1e+
}

// Errors:
// 4:8: hexadecimal literal has no digits
// 5:9: invalid digit '2' in binary literal
// 6:7: invalid digit '8' in octal literal
// 7:8: '_' must separate successive digits
// 8:7: '_' must separate successive digits
// 9:11: hexadecimal mantissa requires a 'p' exponent
// 10:8: exponent has no digits
// 11:8: invalid digit '8' in octal literal
// 12:8: hexadecimal literal has no digits
// 12:8: syntax error: unexpected name g at end of statement
// 13:7: '_' must separate successive digits
// 13:8: syntax error: unexpected name x1 at end of statement
// 14:9: 'p' exponent requires hexadecimal mantissa
// 15:9: exponent has no digits
