// Switches with many constant cases, far apart and close together, negative, beyond the largest signed integer, runes and strings of
// equal and different lengths: each constant and its neighbours find the right clause.
package main

import "fmt"

func ints(x int) int {
	switch x {
	case 4:
		return 0
	case 3:
		return 1
	case -23519:
		return 2
	case 0:
		return 3
	case 2147483648, 1:
		return 4
	case 9223372036854775807:
		return 6
	default:
		return -1
	case -2147483648:
		return 7
	case 2:
		return 8
	case 40002:
		return 9
	case 551679, -464293:
		return 10
	case -477699:
		return 12
	case 764776:
		return 13
	case 976461:
		return 14
	case 5:
		return 15
	case 6, 111574:
		return 16
	case 447971:
		return 18
	case 762337:
		return 19
	case 306319:
		return 20
	case -939172:
		return 21
	case 8, -9223372036854775808:
		return 22
	case 40004:
		return 24
	case 978362:
		return 25
	case 667641:
		return 26
	case 40000:
		return 27
	case 7, 934255:
		return 28
	case 627303:
		return 30
	case 367409:
		return 31
	case 555640:
		return 32
	case -248097:
		return 33
	}
}

func words(s string) (n int) {
	switch s {
	case "break":
		n += 1
	case "case":
		n += 2
		fallthrough
	case "chan":
		n += 3
	case "const":
		n += 4
	case "continue":
		n += 5
	case "default":
		n += 6
	case "defer":
		n += 7
	case "else":
		n += 8
	case "fallthrough":
		n += 9
	case "for":
		n += 10
	case "func":
		n += 11
	case "go":
		n += 12
	case "goto":
		n += 13
		fallthrough
	case "if":
		n += 14
		if n > 0 {
			break
		}
		n = -100
	case "import":
		n += 15
	case "interface":
		n += 16
	case "map":
		n += 17
	case "package":
		n += 18
	case "range":
		n += 19
	case "return":
		n += 20
	case "select":
		n += 21
	case "struct":
		n += 22
	case "switch":
		n += 23
	case "type":
		n += 24
	case "var":
		n += 25
	case "":
		n = 99
	case "ünïcödé", "\xff\x00bytes":
		n = 98
	}
	return
}

func unsigned(x uint64) string {
	switch x {
	case 0:
		return "a"
	case 1:
		return "b"
	case 0x7fffffffffffffff:
		return "c"
	case 0x8000000000000000:
		return "d"
	case 0x8000000000000001:
		return "e"
	case 0xffffffffffffffff:
		return "f"
	case 0xfffffffffffffffe:
		return "g"
	case 0xcbf29ce484222325:
		return "h"
	case 0x100000001b3:
		return "i"
	case 300:
		return "j"
	case 70000:
		return "k"
	case 5:
		return "l"
	}
	return "-"
}

func small(x int8) int {
	switch x {
	case -128, -127, -100, -3, -1, 0, 1, 5, 90, 126, 127:
		return int(x) * 2
	}
	return -1
}

func runes(r rune) string {
	switch r {
	case 'a', 'e', 'i', 'o', 'u':
		return "vowel"
	case 'ä', 'ö', 'ü', 'é':
		return "accented"
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 0x0660, 0x0661:
		return "digit"
	case -1, 0xFFFD, 0x10FFFF:
		return "odd"
	case ' ', '\t', '\n':
		return "space"
	}
	return "other"
}

type month uint8
type keyword string

func (m month) days() int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		return 28
	case 0, 13, 255:
		panic(fmt.Sprint("no month ", uint8(m)))
	default:
		return 31
	}
}

func sameLength(k keyword) int {
	const prefix = "key"
	switch k {
	case prefix + "00":
		return 0
	case prefix + "07":
		return 1
	case prefix + "14":
		return 2
	case prefix + "01":
		return 3
	case prefix + "08":
		return 4
	case prefix + "15":
		return 5
	case prefix + "02":
		return 6
	case prefix + "09":
		return 7
	case prefix + "16":
		return 8
	case prefix + "03":
		return 9
	case prefix + "10":
		return 10
	case prefix + "17":
		return 11
	case prefix + "04":
		return 12
	case prefix + "11":
		return 13
	case prefix + "18":
		return 14
	case prefix + "05":
		return 15
	case prefix + "12":
		return 16
	case prefix + "19":
		return 17
	case prefix + "06":
		return 18
	case prefix + "13":
		return 19
	case "kez00", "jey00", "", "k":
		return 100
	}
	return -1
}

func main() {
	for _, x := range []int{4, 3, -23519, 0, 2147483648, 1, 9223372036854775807, -2147483648, 2, 40002, 551679, -464293, -477699, 764776, 976461, 5, 6, 111574, 447971, 762337, 306319, -939172, 8, -9223372036854775808, 40004, 978362, 667641, 40000, 7, 934255, 627303, 367409, 555640, -248097} {
		fmt.Print(ints(x-1), " ", ints(x), " ", ints(x+1), "; ")
	}
	fmt.Println()
	for _, w := range []string{"break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto", "if", "import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var", "", "brea", "breaks", "Case", "caze", "ünïcödé", "\xff\x00bytes", "\xff", "zzzz"} {
		fmt.Print(words(w), " ")
	}
	fmt.Println()
	for _, x := range []uint64{0x0, 0x1, 0x7fffffffffffffff, 0x8000000000000000, 0x8000000000000001, 0xffffffffffffffff, 0xfffffffffffffffe, 0xcbf29ce484222325, 0x100000001b3, 0x12c, 0x11170, 0x5} {
		fmt.Print(unsigned(x-1), unsigned(x), unsigned(x+1), " ")
	}
	fmt.Println()
	sum := 0
	for i := range 256 {
		sum = sum*31 + small(int8(i))
	}
	fmt.Println(sum)
	for _, r := range "aeé0٠ x\n\xff\U0010FFFF" {
		fmt.Print(runes(r), " ")
	}
	fmt.Println(runes(-1))
	func() {
		defer func() { fmt.Println(recover()) }()
		for m := month(1); m < 20; m++ {
			fmt.Print(m.days(), " ")
		}
	}()
	for i := range 22 {
		fmt.Print(sameLength(keyword(fmt.Sprintf("key%02d", i))), " ")
	}
	fmt.Println(sameLength("kez00"), sameLength("jey00"), sameLength("kez0"), sameLength(""), sameLength("k"), sameLength("kex99"), sameLength("key0"+"0"))
}

// Output:
// 1 0 15; 8 1 0; -1 2 -1; -1 3 4; -1 4 -1; 3 4 8; -1 6 22; -1 7 -1; 4 8 1; -1 9 -1; -1 10 -1; -1 10 -1; -1 12 -1; -1 13 -1; -1 14 -1; 0 15 16; 15 16 28; -1 16 -1; -1 18 -1; -1 19 -1; -1 20 -1; -1 21 -1; 28 22 -1; 6 22 -1; -1 24 -1; -1 25 -1; -1 26 -1; -1 27 -1; 16 28 22; -1 28 -1; -1 30 -1; -1 31 -1; -1 32 -1; -1 33 -1;
// 1 5 3 4 5 6 7 8 9 10 11 12 27 14 15 16 17 18 19 20 21 22 23 24 25 99 0 0 0 0 98 98 0 0
// fab ab- -cd cde de- gfa -gf -h- -i- -j- -k- -l-
// -5524058281745160963
// vowel vowel accented digit digit space other space odd odd odd
// 31 28 31 30 31 30 31 31 30 31 30 31 no month 13
// 0 3 6 9 12 15 18 1 4 7 10 13 16 19 2 5 8 11 14 17 -1 -1 100 100 -1 100 100 -1 0
