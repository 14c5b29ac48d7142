package main

import "fmt"

const raw = `line one
	"quoted" \n stays
end`

func main() {
	fmt.Println(raw)
	fmt.Println(len(raw))
	fmt.Println("\a\b\f\v" == "\x07\x08\x0c\x0b", "\101\x41\u0041\U00000041")
	fmt.Println("tab\there", 'a', '\'', "\"", '\n', '\x7f', '\u00e9', '\377')
	fmt.Println(`\`, "\\", `a`+"`"+`b`)
	fmt.Printf("%q\n", "\t\x01é\U0001F600\xff")
	var empty string
	fmt.Println(empty == "", len(empty))
}

// Output:
// line one
// 	"quoted" \n stays
// end
// 31
// true AAAA
// tab	here 97 39 " 10 127 233 255
// \ \ a`b
// "\t\x01é😀\xff"
// true 0
