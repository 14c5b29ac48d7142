package main

import "fmt"

func main() {
	s := "x\u00e9\U0001F600\xe4\xb8"
	for i, r := range s {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println(len(s))
	for i := range s {
		s = "changed while ranging"
		fmt.Print(i, " ")
	}
	fmt.Println(s)
	n := 0
	for range "日本語" {
		n++
	}
	b := []byte("日本")
	for i, c := range b[:4] {
		b[3] = 'X'
		n += i * int(c)
	}
	fmt.Println(n, string(b[3:]))
	rs := []rune("e\u0301\xff")
	fmt.Println(len(rs), rs, string(rs) == "e\u0301\uFFFD")
	m := map[string]int{string(b[:3]): 1}
	b[0] = 'Y'
	fmt.Println(m["日"], len(string(b)))
	key := []byte("k")
	m[string(key)] = 5
	key[0] = 'z'
	fmt.Println(m["k"], m[string(key)])
	if string(key) == "z" && string(key) < "zz" {
		fmt.Println("compare without copy")
	}
	var r rune = 'a'
	str := string(r) + string(r+1) + string([]rune{r + 2}) + fmt.Sprint(r)
	fmt.Println(str, str[1:3], str[len(str)-2:])
	type bs []byte
	fmt.Println(string(bs("typed")), bs("ab")[1])
}

// Output:
// 0:U+0078 1:U+00E9 3:U+1F600 7:U+FFFD 8:U+FFFD 9
// 0 1 3 7 8 changed while ranging
// 748 X��
// 3 [101 769 65533] true
// 1 6
// 5 0
// compare without copy
// abc97 bc 97
// typed 98
