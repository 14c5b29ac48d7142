package main

import (
	"fmt"
	str "strings"
)

type int string
type error struct{ code float64 }

const iota = 7
const (
	x = iota
	y
)

var nil = 5

func len(s ...string) uint { return uint(uint8(0)) + uint(cap(s)) }

func (e error) print(fmt string) string { return fmt + "!" }

type any interface{ area() float64 }
type sq float64

func (s sq) area() float64 { return float64(s) * float64(s) }

func recover() string { return "not the real one" }

func main() {
	var a int = "text"
	fmt.Println(a+"s", x, y, nil, len("a", "b"))
	e := error{1.5}
	fmt.Println(e, e.print("fmt"))
	var v any = sq(3)
	fmt.Println(v.area(), recover())
	true, false := false, true
	fmt.Println(true, false, true == (1 == 2))
	string := func(b []byte) float64 { return float64(b[0]) }
	fmt.Println(string([]byte("A")))
	type float64 = uint8
	fmt.Println(float64(200) + 50)
	fmt := str.ToUpper
	println := func(s ...interface{}) { _ = s }
	println(fmt("x"))
	{
		append := func(s []rune, r ...rune) []rune { return r }
		out := append([]rune{'a'}, 'b')
		_ = out
		make := 3
		new := make + 1
		_ = new
	}
	var copy, close, delete, panic, print, complex, real, imag, min, max, clear uint8
	copy++
	_ = copy + close + delete + panic + print + complex + real + imag + min + max + clear
	say(out{fmt("done")})
}

type out struct{ s string }

func say(o out) { fmt.Println(o.s) }

// Output:
// texts 7 7 5 2
// {1.5} fmt!
// 9 not the real one
// false true true
// 65
// 250
// DONE
