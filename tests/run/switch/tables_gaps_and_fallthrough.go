package main

import "fmt"

type color uint8

func dense(n int) (s string) {
	switch n {
	case 3:
		s += "3"
		fallthrough
	case 4:
		s += "4"
	default:
		s += "d"
		fallthrough
	case 5, 6, 7:
		s += "567"
		if n == 6 {
			break
		}
		s += "!"
	case 9:
	case -1:
		return "neg"
	}
	return s
}

func unsigned(n uint64) int {
	switch n {
	case 0, 1, 2, 3:
		return int(n)
	case 1<<64 - 1:
		return -1
	case 4, 5:
		return 45
	}
	return 99
}

func named(c color) string {
	switch c {
	case 250:
		return "a"
	case 251:
		return "b"
	case 252:
		return "c"
	case 253:
		return "d"
	case 255:
		return "f"
	}
	return "?"
}

func words(s string) int {
	switch s {
	case "":
		return 0
	case "one", "uno":
		return 1
	case "two":
		return 2
	}
	return len(s)
}

func kinds(x any) string {
	switch x {
	case nil:
		return "nil"
	case 1:
		return "int 1"
	case "1":
		return "string 1"
	case [2]int{1, 2}:
		return "array"
	case color(1):
		return "color 1"
	}
	return "other"
}

func floats(f float64) string {
	switch f {
	case 0:
		return "zero"
	case 1.5, 2.5:
		return "half"
	}
	return "none"
}

func once() int { fmt.Print("tag "); return 2 }

func main() {
	for n := -2; n < 11; n++ {
		fmt.Print(dense(n), " ")
	}
	fmt.Println()
	for _, n := range []uint64{0, 3, 4, 6, 1 << 63, 1<<64 - 1} {
		fmt.Print(unsigned(n), " ")
	}
	fmt.Println()
	for c := 248; c < 256; c++ {
		fmt.Print(named(color(c)))
	}
	fmt.Println(words(""), words("uno"), words("two"), words("three"))
	fmt.Println(kinds(nil), kinds(1), kinds("1"), kinds([2]int{1, 2}), kinds(color(1)), kinds(1.0))
	fmt.Println(floats(0), floats(2.5), floats(3))
	switch once() {
	case 1, 2:
		fmt.Println("two")
	}
	switch x := 5; {
	case x > 3 && x < 4:
	case x == 5:
		fmt.Println("five")
	}
loop:
	for i := 0; ; i++ {
		switch {
		case i < 3:
			continue
		case i == 5:
			break loop
		default:
			fmt.Print(i, " ")
		}
	}
	switch {
	}
	switch 1 {
	}
	fmt.Println("end")
}

// Output:
// d567! neg d567! d567! d567! 34 4 567! 567 567! d567!  d567!
// 0 3 45 99 99 -1
// ??abcd?f0 1 2 5
// nil int 1 string 1 array color 1 other
// zero half none
// tag two
// five
// 3 4 end
