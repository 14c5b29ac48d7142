package main

import "fmt"

func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, e)
		}
	}()
	f()
}

type U uint64

func main() {
	s := []int{1, 2, 3}
	a := [3]int{}
	str := "abc"
	var u uint64 = 1<<64 - 1
	var u2 U = 1<<63 + 5
	var up uintptr = 1 << 63
	var ui uint = 1<<64 - 2
	var i8 int8 = -1
	var u8 uint8 = 200
	var u32 uint32 = 1 << 31
	m := -5
	p := &a
	try("s[u]", func() { _ = s[u] })
	try("s[u2]", func() { _ = s[u2] })
	try("s[up]", func() { _ = s[up] })
	try("a[u]", func() { _ = a[u] })
	try("a[ui]", func() { _ = a[ui] })
	try("p[ui]", func() { _ = p[ui] })
	try("p[i8]", func() { _ = p[i8] })
	try("str[u]", func() { _ = str[u] })
	try("str[i8]", func() { _ = str[i8] })
	try("str[u8]", func() { _ = str[u8] })
	try("str[u32]", func() { _ = str[u32] })
	try("s[u:]", func() { _ = s[u:] })
	try("s[:u]", func() { _ = s[:u] })
	try("s[:u:u]", func() { _ = s[:1:u] })
	try("s[1:u:3]", func() { _ = s[1:u:3] })
	try("s[u:2:3]", func() { _ = s[u:2:3] })
	try("s[:m]", func() { _ = s[:m] })
	try("s[m:]", func() { _ = s[m:] })
	try("s[2:1]", func() { i, j := 2, 1; _ = s[i:j] })
	try("s[2:1:1]", func() { i, j := 2, 1; _ = s[i:j:j] })
	try("str[u:]", func() { _ = str[u:] })
	try("str[:u]", func() { _ = str[:u] })
	try("str[:m]", func() { _ = str[:m] })
	try("str[2:1]", func() { i, j := 2, 1; _ = str[i:j] })
	try("a[u:]", func() { _ = a[u:] })
	try("a[:u]", func() { _ = a[:u] })
	try("p[:u]", func() { _ = p[:u] })
	try("p[u2:]", func() { _ = p[u2:] })
	try("make(u)", func() { _ = make([]int, u) })
	try("make(u,cap)", func() { _ = make([]int, 1, u) })
	try("make(m)", func() { _ = make([]int, m) })
	try("make(3,2)", func() { i, j := 3, 2; _ = make([]int, i, j) })
	try("make chan", func() { _ = make(chan int, m) })
	try("make chan u", func() { _ = make(chan int, u) })
	try("make map", func() { x := make(map[int]int, m); fmt.Println(len(x)) })
	try("s[u]=", func() { s[u] = 1 })
	try("s[u]++", func() { s[u]++ })
	try("&s[u]", func() { fmt.Println(&s[u]) })
	try("a[u]=", func() { a[u] = 1 })
	try("arr4", func() { _ = [4]int(s) })
	try("arrp", func() { _ = (*[4]int)(s) })
	try("nilmap", func() { var m map[string]int; m["a"] = 1 })
	try("div", func() { z := 0; fmt.Println(1 / z) })
	try("mod", func() { z := int8(0); fmt.Println(int8(1) % z) })
	try("shift", func() { fmt.Println(1 << m) })
	try("shift8", func() { fmt.Println(1 >> i8) })
	try("ta", func() { var x any = 1; fmt.Println(x.(string)) })
	try("ta2", func() { var x any; fmt.Println(x.(string)) })
	try("ta3", func() { var x any = s; fmt.Println(x.(error)) })
	try("ta4", func() { var x error; fmt.Println(x.(fmt.Stringer)) })
	try("close nil", func() { var c chan int; close(c) })
	try("close2", func() { c := make(chan int); close(c); close(c) })
	try("send", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("nilfn", func() { var f func(); f() })
	try("nilp", func() { var p *struct{ a, b int }; fmt.Println(p.b) })
	try("niliface", func() { var e error; fmt.Println(e.Error()) })
	try("nilarr", func() { var p *[3]int; fmt.Println(p[1]) })
	try("nilslice", func() { var p *[3]int; fmt.Println(p[:] == nil) })
	try("cmp", func() { var x, y any = []int{1}, []int{1}; fmt.Println(x == y) })
	try("cmp2", func() { var x, y any = map[int]int{}, map[int]int{}; fmt.Println(x == y) })
	try("cmp3", func() { var x, y any = func() {}, func() {}; fmt.Println(x == y) })
	try("mapkey", func() { m := map[any]int{}; m[[]int{}] = 1 })
	try("mapkey2", func() { m := map[any]int{}; fmt.Println(m[func() {}]) })
	try("mapkey3", func() { m := map[any]int{}; delete(m, any([]int{})) })
	try("mapkey4", func() { m := map[[2]any]int{}; m[[2]any{1, []int{}}] = 1 })
	try("mapkey5", func() { var m map[any]int; fmt.Println(m[[]int{}]) })
}

// Output:
// s[u] runtime error: index out of range [18446744073709551615] with length 3
// s[u2] runtime error: index out of range [9223372036854775813] with length 3
// s[up] runtime error: index out of range [9223372036854775808] with length 3
// a[u] runtime error: index out of range [18446744073709551615] with length 3
// a[ui] runtime error: index out of range [18446744073709551614] with length 3
// p[ui] runtime error: index out of range [18446744073709551614] with length 3
// p[i8] runtime error: index out of range [-1]
// str[u] runtime error: index out of range [18446744073709551615] with length 3
// str[i8] runtime error: index out of range [-1]
// str[u8] runtime error: index out of range [200] with length 3
// str[u32] runtime error: index out of range [2147483648] with length 3
// s[u:] runtime error: slice bounds out of range [18446744073709551615:3]
// s[:u] runtime error: slice bounds out of range [:18446744073709551615] with capacity 3
// s[:u:u] runtime error: slice bounds out of range [::18446744073709551615] with capacity 3
// s[1:u:3] runtime error: slice bounds out of range [:18446744073709551615:3]
// s[u:2:3] runtime error: slice bounds out of range [18446744073709551615:2:]
// s[:m] runtime error: slice bounds out of range [:-5]
// s[m:] runtime error: slice bounds out of range [-5:]
// s[2:1] runtime error: slice bounds out of range [2:1]
// s[2:1:1] runtime error: slice bounds out of range [2:1:]
// str[u:] runtime error: slice bounds out of range [18446744073709551615:3]
// str[:u] runtime error: slice bounds out of range [:18446744073709551615] with length 3
// str[:m] runtime error: slice bounds out of range [:-5]
// str[2:1] runtime error: slice bounds out of range [2:1]
// a[u:] runtime error: slice bounds out of range [18446744073709551615:3]
// a[:u] runtime error: slice bounds out of range [:18446744073709551615] with length 3
// p[:u] runtime error: slice bounds out of range [:18446744073709551615] with length 3
// p[u2:] runtime error: slice bounds out of range [9223372036854775813:3]
// make(u) runtime error: makeslice: len out of range
// make(u,cap) runtime error: makeslice: cap out of range
// make(m) runtime error: makeslice: len out of range
// make(3,2) runtime error: makeslice: cap out of range
// make chan makechan: size out of range
// make chan u makechan: size out of range
// 0
// s[u]= runtime error: index out of range [18446744073709551615] with length 3
// s[u]++ runtime error: index out of range [18446744073709551615] with length 3
// &s[u] runtime error: index out of range [18446744073709551615] with length 3
// a[u]= runtime error: index out of range [18446744073709551615] with length 3
// arr4 runtime error: cannot convert slice with length 3 to array or pointer to array with length 4
// arrp runtime error: cannot convert slice with length 3 to array or pointer to array with length 4
// nilmap assignment to entry in nil map
// div runtime error: integer divide by zero
// mod runtime error: integer divide by zero
// shift runtime error: negative shift amount
// shift8 runtime error: negative shift amount
// ta interface conversion: interface {} is int, not string
// ta2 interface conversion: interface {} is nil, not string
// ta3 interface conversion: []int is not error: missing method Error
// ta4 interface conversion: interface is nil, not fmt.Stringer
// close nil close of nil channel
// close2 close of closed channel
// send send on closed channel
// nilfn runtime error: invalid memory address or nil pointer dereference
// nilp runtime error: invalid memory address or nil pointer dereference
// niliface runtime error: invalid memory address or nil pointer dereference
// nilarr runtime error: invalid memory address or nil pointer dereference
// nilslice runtime error: invalid memory address or nil pointer dereference
// cmp runtime error: comparing uncomparable type []int
// cmp2 runtime error: comparing uncomparable type map[int]int
// cmp3 runtime error: comparing uncomparable type func()
// mapkey runtime error: hash of unhashable type []int
// mapkey2 hash of unhashable type: func()
// mapkey3 hash of unhashable type: []int
// mapkey4 runtime error: hash of unhashable type []int
// mapkey5 hash of unhashable type: []int
