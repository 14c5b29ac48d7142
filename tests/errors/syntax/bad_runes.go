package main

func main() {
	_ = ''
	_ = 'ab'
	_ = '
	_ = 'é'
	_ = '\'
}

// Errors:
// 4:7: empty rune literal or unescaped '
// 5:6: more than one character in rune literal
// 6:7: newline in rune literal
// 8:9: newline in rune literal
