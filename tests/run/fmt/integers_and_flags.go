package main

import "fmt"

func main() {
	n, m := 42, -42
	fmt.Printf("|%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%O|%b|%c|%q|%U|%#U|\n", n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n)
	fmt.Printf("|%d|%6d|%-6d|%06d|%+d|% d|%x|%#X|%b|\n", m, m, m, m, m, m, m, m, m)
	fmt.Printf("|%8.3d|%-8.3d|%+08d|%.0d|%x|%d|\n", 7, 7, 7, 0, uint64(1<<64-1), int8(-128))
	fmt.Printf("%*d|%-*d|%[2]d %[1]d|%[3]*.[2]*[1]f|\n", 5, 1, 4, 2)
	fmt.Printf("%v %d %s %x\n", []int{1, 2}, [2]int8{3, 4}, []string{"a"}, []byte("hi"))
	fmt.Printf("%d %v %x\n", []byte{1, 2}, []byte{1, 2}, [3]byte{10, 11, 12})
	fmt.Printf("%#x % x %#X % X\n", "hey", "hey", []byte("hey"), "hey")
	fmt.Printf("%t %v %5t %q\n", true, false, true, 'x')
	fmt.Printf("%T %T %T\n", n, 'x', uint8(1))
	fmt.Printf("%#v %#v %#v %#v\n", n, uint8(3), uintptr(5), 'x')
	fmt.Printf("%08b %o %x\n", 5, -8, -255)
	fmt.Printf("%6.2f%%\n", 99.5)
}

// Output:
// |42|   42|42   |00042|+42| 42|2a|2A|0x2a|52|052|0o52|101010|*|'*'|U+002A|U+002A '*'|
// |-42|   -42|-42   |-00042|-42|-42|-2a|-0X2A|-101010|
// |     007|007     |+0000007||ffffffffffffffff|-128|
//     1|2   |1 5|%!f(int=   5)|
// [1 2] [3 4] [a] 6869
// [1 2] [1 2] 0a0b0c
// 0x686579 68 65 79 0X686579 68 65 79
// true false  true 'x'
// int int32 uint8
// 42 0x3 0x5 120
// 00000101 -10 -ff
//  99.50%
