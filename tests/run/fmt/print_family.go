package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

func main() {
	fmt.Print("a", "b", 1, 2, true, "c", 1.5, '\n', "\n")
	fmt.Print(1, 2, "\n")
	n, err := fmt.Println("count", []byte("é"))
	fmt.Println(n, err)
	var b bytes.Buffer
	fmt.Fprintf(&b, "%03d;", 7)
	fmt.Fprint(&b, "x", 1)
	fmt.Fprintln(&b, nil, struct{}{})
	fmt.Printf("%q\n", b.String())
	var sb strings.Builder
	fmt.Fprintf(&sb, "%s-%v", "k", 2)
	fmt.Fprintln(os.Stdout, sb.String(), sb.Len())
	s := fmt.Appendf([]byte("pre:"), "%d", 5)
	s = fmt.Append(s, "x")
	s = fmt.Appendln(s, 1, 2)
	fmt.Printf("%q\n", s)
	fmt.Println(fmt.Sprint(), fmt.Sprint(nil), fmt.Sprintln() == "\n")
	fmt.Println(int8(-5), uint8(5), 'a', "s", []string{}, [0]int{}, map[int]int{}, (*int)(nil), error(nil))
}

// Output:
// ab1 2 truec1.5 10
// 1 2
// count [195 169]
// 16 <nil>
// "007;x1<nil> {}\n"
// k-2 3
// "pre:5x1 2\n"
//  <nil> true
// -5 5 97 s [] [] map[] <nil> <nil>
