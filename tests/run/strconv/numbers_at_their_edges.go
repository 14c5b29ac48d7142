package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	for _, s := range []string{"0", "-0", "+5", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "0x1f", "1_000", "", "-", "1e3", " 1", "٣"} {
		n, err := strconv.ParseInt(s, 10, 64)
		m, err2 := strconv.ParseInt(s, 0, 64)
		fmt.Println(s, n, err, m, err2)
	}
	for _, s := range []string{"0b101", "0o17", "017", "0xFF", "0x_f_f", "08", "0b2", "1__0", "_1"} {
		n, err := strconv.ParseUint(s, 0, 16)
		fmt.Println(s, n, err)
	}
	for _, s := range []string{"1.5", "1e400", "-1e400", "0x1p-2", "inf", "-Infinity", "nan", "1_0.5", ".5", "5.", "1e", "1e-400", "179769313486231570000000000000000000000000000000000000e255", "0.1e1f", "4.9e-324", "2.4703282292062328e-324"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err2 := strconv.ParseFloat(s, 32)
		fmt.Println(s, f, err, float32(g), err2)
	}
	for _, f := range []float64{0, math.Copysign(0, -1), 1, 0.1, 1e21, 1e20, 123456789, 1e-7, 5e-324, math.MaxFloat64, math.Pi, math.Inf(-1), math.NaN(), 100, 0.000001} {
		fmt.Println(strconv.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'e', 3, 64), strconv.FormatFloat(f, 'f', 2, 64)[:min(12, len(strconv.FormatFloat(f, 'f', 2, 64)))], strconv.FormatFloat(f, 'G', 5, 32), strconv.FormatFloat(f, 'b', -1, 64), strconv.FormatFloat(f, 'x', -1, 64))
	}
	fmt.Println(strconv.FormatInt(-255, 16), strconv.FormatInt(math.MinInt64, 2), strconv.FormatUint(math.MaxUint64, 36), strconv.Itoa(-7))
	for _, s := range []string{"true", "T", "1", "FALSE", "yes", "tRUE"} {
		b, err := strconv.ParseBool(s)
		fmt.Print(b, " ", err, " ")
	}
	fmt.Println()
	fmt.Println(strconv.Quote("a\tb\"\x00\u2028é\xff😀"), strconv.QuoteToASCII("é😀"), strconv.QuoteRune('☺'), strconv.QuoteRune('\n'), strconv.QuoteToGraphic("\u00a0\t"))
	for _, s := range []string{`"a\nb"`, "`raw\\n`", `'x'`, `"\u00e9\x41\101"`, `"open`, `"\q"`, `'ab'`, `""`} {
		u, err := strconv.Unquote(s)
		fmt.Printf("%q %v; ", u, err)
	}
	fmt.Println()
	r, multi, tail, err := strconv.UnquoteChar(`\u00e9rest`, '"')
	fmt.Println(string(r), multi, tail, err)
	b := strconv.AppendInt([]byte("n="), 42, 10)
	b = strconv.AppendQuote(append(b, ' '), "q")
	b = strconv.AppendBool(append(b, ' '), true)
	fmt.Println(string(strconv.AppendFloat(append(b, ' '), 1.5, 'f', 1, 64)))
	_, err = strconv.ParseInt("5", 1, 64)
	_, err2 := strconv.ParseInt("5", 10, 65)
	_, err3 := strconv.ParseInt("z", 36, 0)
	fmt.Println(err, err2, err3)
	_, err = strconv.ParseComplex("1+2i", 128)
	fmt.Println(err, strconv.CanBackquote("a`b"), strconv.IsPrint('\u00ad'))
}
