package main

import (
	"fmt"
	"strings"
)

func main() {
	var b strings.Builder
	for i := range 10 {
		fmt.Fprintf(&b, "%d", i)
		b.WriteByte(',')
	}
	b.WriteRune('é')
	b.WriteString("end")
	fmt.Println(b.Len(), b.String())
	s := strings.TrimRight(b.String(), "end")
	fmt.Println(s, strings.Count(s, ","))
	b.Reset()
	fmt.Printf("%q\n", b.String())
	fmt.Println(strings.Repeat("ab", 3), strings.Fields("  a b\t c\n"))
	r := strings.NewReplacer("a", "1", "b", "2")
	fmt.Println(r.Replace("abcab"))
}

// Output:
// 25 0,1,2,3,4,5,6,7,8,9,éend
// 0,1,2,3,4,5,6,7,8,9,é 10
// ""
// ababab [a b c]
// 12c12
