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
