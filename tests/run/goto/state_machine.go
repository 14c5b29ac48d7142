package main

import "fmt"

func tokens(s string) (out []string) {
	i, start := 0, 0
next:
	if i == len(s) {
		return
	}
	start = i
	switch c := s[i]; {
	case c == ' ':
		i++
		goto next
	case c >= '0' && c <= '9':
		goto number
	case c >= 'a' && c <= 'z':
		goto word
	}
	i++
	out = append(out, "op "+s[start:i])
	goto next
number:
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	out = append(out, "num "+s[start:i])
	goto next
word:
	for ; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			break
		}
	}
	out = append(out, "word "+s[start:i])
	goto next
}

func main() {
	for _, t := range tokens("abc = 12+x*345") {
		fmt.Println(t)
	}
}

// Output:
// word abc
// op =
// num 12
// op +
// word x
// op *
// num 345
