package main

func main() {
	_ = "\q"
	_ = '\z'
	_ = "\x4"
	_ = "\400"
	_ = "\ud800"
	_ = "\U00110000"
	_ = '\''
	_ = "\'"
	_ = '\"'
}

// Errors:
// 4:8: unknown escape
// 5:8: unknown escape
// 6:10: invalid character '\"' in hexadecimal escape
// 7:11: octal escape value 256 > 255
// 8:13: escape is invalid Unicode code point U+D800
// 9:17: escape is invalid Unicode code point U+110000
// 11:8: unknown escape
// 12:8: unknown escape
