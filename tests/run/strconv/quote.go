package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"plain", "tab\t\"q\"", "é世\x00\xff", "`"} {
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.CanBackquote(s))
	}
	fmt.Println(strconv.QuoteRune('☺'), strconv.QuoteRuneToASCII('☺'), strconv.Quote("\u2028\U0001F600"))
	for _, q := range []string{`"a\tb"`, "`raw\\n`", `'x'`, `"unterminated`, `"\x41\u00e9"`, `'ab'`, `plain`} {
		s, err := strconv.Unquote(q)
		fmt.Printf("%q %v\n", s, err)
	}
	r, multi, tail, err := strconv.UnquoteChar(`\nrest`, '"')
	fmt.Println(r, multi, tail, err)
	fmt.Println(string(strconv.AppendQuote(nil, "x")), strconv.IsPrint('a'), strconv.IsPrint('\n'))
}

// Output:
// "plain" "plain" true
// "tab\t\"q\"" "tab\t\"q\"" true
// "é世\x00\xff" "\u00e9\u4e16\x00\xff" false
// "`" "`" false
// '☺' '\u263a' "\u2028😀"
// "a\tb" <nil>
// "raw\\n" <nil>
// "x" <nil>
// "" invalid syntax
// "Aé" <nil>
// "" invalid syntax
// "" invalid syntax
// 10 false rest <nil>
// "x" true false
