package main

func main() {
	a := "not closed
	b := 'x
	c := "ok"
}

// Errors:
// 4:2: declared and not used: a
// 4:18: newline in string
// 5:2: declared and not used: b
// 5:9: newline in rune literal
// 6:2: declared and not used: c
