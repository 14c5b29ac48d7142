package main

import "fmt"

func name(n int) string {
	switch n {
	case 0:
		return "zero"
	case 1, 2, 3:
		return "few"
	case 10:
		return "ten"
	case 11, 12, 13, 14, 15, 16, 17, 18, 19:
		return "teen"
	case -5:
		return "minus five"
	case 1 << 40:
		return "huge"
	}
	return "?"
}

func vowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'é':
		return true
	}
	return false
}

func command(s string) int {
	switch s {
	case "start", "run":
		return 1
	case "stop":
		return 2
	case "":
		return 3
	default:
		return 0
	}
}

type T struct{ a, b int }

func main() {
	for _, n := range []int{0, 2, 10, 15, -5, 1 << 40, 99} {
		fmt.Print(name(n), " ")
	}
	fmt.Println()
	n := 0
	for _, r := range "héllo aeiou" {
		if vowel(r) {
			n++
		}
	}
	fmt.Println(n, command("run"), command("stop"), command(""), command("sto"))
	switch (T{1, 2}) {
	case T{2, 1}:
		fmt.Println("no")
	case T{1, 2}:
		fmt.Println("structs compare")
	}
	switch f := 0.1 + 0.2; f {
	case 0.3:
		fmt.Println("constant fold")
	default:
		fmt.Println("not", f)
	}
}

// Output:
// zero few ten teen minus five huge ?
// 7 1 2 3 0
// structs compare
// constant fold
