package main

import "fmt"

func main() {
	s := 3
	var a int32 = 1 << s
	var b = int64(1) << s
	var c = 1<<s == 8
	var d uint8 = 255
	e := d >> s << s
	idx := []int{0, 1, 2, 3, 4, 5, 6, 7, 8}
	fmt.Println(a, b, c, e, idx[1<<s])
	fmt.Printf("%T %T %T\n", a, b, 1<<s)
	m := make([]byte, 1<<s)
	fmt.Println(len(m))
	var u16 uint16 = 0xffff
	fmt.Println(u16<<s, uint32(u16)<<s, ^u16>>s)
}

// Output:
// 8 8 true 248 8
// int32 int64 int
// 8
// 65528 524280 0
