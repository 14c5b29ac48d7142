package main

import "fmt"

func trace(s string, v int) int { fmt.Print(s, " "); return v }

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80, n == 79:
		return "B"
	default:
		return "F"
	case n < 0:
		return "?"
	}
}

func main() {
	fmt.Println(grade(95), grade(79), grade(10), grade(-1))
	switch x := trace("tag", 3); x {
	case trace("one", 1), trace("three", 3), trace("never", 4):
		fmt.Println("matched")
		fallthrough
	case 100:
		fmt.Println("fell")
	case 5:
		fmt.Println("not here")
	}
	switch x := 5; {
	default:
		fmt.Println("default", x)
	case x > 10:
		fmt.Println("big")
	}
	for i := range 4 {
		switch i {
		case 1:
			continue
		case 2:
			break
		default:
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	switch s := "b"; s + "c" {
	case "bc":
		fmt.Println("string switch")
	}
	switch any(1.5) {
	case 1, "x", 1.5:
		fmt.Println("interface tag")
	}
	switch f := func() bool { return true }; f() {
	case false:
	case true:
		fmt.Println("true")
	}
	switch {
	}
}

// Output:
// A B F ?
// tag one three matched
// fell
// default 5
// 0 3
// string switch
// interface tag
// true
