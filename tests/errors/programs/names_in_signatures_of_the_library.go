package main

import (
	"errors"
	"fmt"
	"math/bits"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

func main() {
	var s string = strings.Cut
	var i int = strconv.Atoi
	r := utf8.DecodeRuneInString("x")
	var n int8 = bits.Len64(1)
	f := fmt.Errorf + 1
	var e error = errors.As
	re := regexp.MustCompile("x")
	var b bool = re.FindStringIndex
	before, after := strings.Cut("a=b", "=")
	x, err := strconv.Itoa(1)
	y := strconv.Atoi("1")
	os.ReadFile("x") = nil
	data := os.ReadFile("x")
	t := time.Parse("x")
	d := time.Since(time.Now(), 1)
	strings.Split("a")
	strings.Join("a", "b")
	strings.Repeat(3, "x")
	strings.Map(strings.ToUpper, "x")
	strings.FieldsFunc("x", strings.ContainsRune)
	fmt.Sprintf(1)
	fmt.Fprintf("x", 1)
	fmt.Println(strings.Builder{}.String())
	var w strings.Builder = strings.NewReader("x")
	errors.Is(err)
	var target *os.PathError
	errors.As(err, target, 1)
	_, _, _, _, _, _, _, _, _, _, _, _, _ = s, i, r, n, f, e, b, before, after, x, y, data, t
	_, _ = d, w
}

// Errors:
// 16:17: cannot use strings.Cut (value of type func(s string, sep string) (before string, after string, found bool)) as string value in variable declaration
// 17:14: cannot use strconv.Atoi (value of type func(s string) (int, error)) as int value in variable declaration
// 18:7: assignment mismatch: 1 variable but utf8.DecodeRuneInString returns 2 values
// 19:15: cannot use bits.Len64(1) (value of type int) as int8 value in variable declaration
// 20:7: invalid operation: fmt.Errorf + 1 (mismatched types func(format string, a ...any) (err error) and untyped int)
// 21:16: cannot use errors.As (value of type func(err error, target any) bool) as error value in variable declaration: func(err error, target any) bool does not implement error (missing method Error)
// 23:15: cannot use re.FindStringIndex (value of type func(s string) (m []int)) as bool value in variable declaration
// 24:19: assignment mismatch: 2 variables but strings.Cut returns 3 values
// 25:12: assignment mismatch: 2 variables but strconv.Itoa returns 1 value
// 26:7: assignment mismatch: 1 variable but strconv.Atoi returns 2 values
// 27:2: multiple-value os.ReadFile(\"x\") (value of type ([]byte, error)) in single-value context
// 28:10: assignment mismatch: 1 variable but os.ReadFile returns 2 values
// 29:7: assignment mismatch: 1 variable but time.Parse returns 2 values
// 29:18: not enough arguments in call to time.Parse\n\thave (string)\n\twant (string, string)
// 30:30: too many arguments in call to time.Since\n\thave (time.Time, number)\n\twant (time.Time)
// 31:16: not enough arguments in call to strings.Split\n\thave (string)\n\twant (string, string)
// 32:15: cannot use \"a\" (untyped string constant) as []string value in argument to strings.Join
// 33:17: cannot use 3 (untyped int constant) as string value in argument to strings.Repeat
// 33:20: cannot use \"x\" (untyped string constant) as int value in argument to strings.Repeat
// 34:14: cannot use strings.ToUpper (value of type func(s string) string) as func(rune) rune value in argument to strings.Map
// 35:26: cannot use strings.ContainsRune (value of type func(s string, r rune) bool) as func(rune) bool value in argument to strings.FieldsFunc
// 36:14: cannot use 1 (untyped int constant) as string value in argument to fmt.Sprintf
// 37:14: cannot use \"x\" (constant of type string) as io.Writer value in argument to fmt.Fprintf: string does not implement io.Writer (missing method Write)
// 37:19: cannot use 1 (untyped int constant) as string value in argument to fmt.Fprintf
// 38:32: cannot call pointer method String on strings.Builder
// 39:26: cannot use strings.NewReader(\"x\") (value of type *strings.Reader) as strings.Builder value in variable declaration
// 40:12: not enough arguments in call to errors.Is\n\thave (unknown type)\n\twant (error, error)
// 42:25: too many arguments in call to errors.As\n\thave (unknown type, *os.PathError, number)\n\twant (error, any)
