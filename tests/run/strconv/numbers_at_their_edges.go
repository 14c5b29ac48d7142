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

// Output:
// 0 0 <nil> 0 <nil>
// -0 0 <nil> 0 <nil>
// +5 5 <nil> 5 <nil>
// 9223372036854775807 9223372036854775807 <nil> 9223372036854775807 <nil>
// 9223372036854775808 9223372036854775807 strconv.ParseInt: parsing "9223372036854775808": value out of range 9223372036854775807 strconv.ParseInt: parsing "9223372036854775808": value out of range
// -9223372036854775808 -9223372036854775808 <nil> -9223372036854775808 <nil>
// 0x1f 0 strconv.ParseInt: parsing "0x1f": invalid syntax 31 <nil>
// 1_000 0 strconv.ParseInt: parsing "1_000": invalid syntax 1000 <nil>
//  0 strconv.ParseInt: parsing "": invalid syntax 0 strconv.ParseInt: parsing "": invalid syntax
// - 0 strconv.ParseInt: parsing "-": invalid syntax 0 strconv.ParseInt: parsing "-": invalid syntax
// 1e3 0 strconv.ParseInt: parsing "1e3": invalid syntax 0 strconv.ParseInt: parsing "1e3": invalid syntax
//  1 0 strconv.ParseInt: parsing " 1": invalid syntax 0 strconv.ParseInt: parsing " 1": invalid syntax
// ٣ 0 strconv.ParseInt: parsing "٣": invalid syntax 0 strconv.ParseInt: parsing "٣": invalid syntax
// 0b101 5 <nil>
// 0o17 15 <nil>
// 017 15 <nil>
// 0xFF 255 <nil>
// 0x_f_f 255 <nil>
// 08 0 strconv.ParseUint: parsing "08": invalid syntax
// 0b2 0 strconv.ParseUint: parsing "0b2": invalid syntax
// 1__0 0 strconv.ParseUint: parsing "1__0": invalid syntax
// _1 0 strconv.ParseUint: parsing "_1": invalid syntax
// 1.5 1.5 <nil> 1.5 <nil>
// 1e400 +Inf strconv.ParseFloat: parsing "1e400": value out of range +Inf strconv.ParseFloat: parsing "1e400": value out of range
// -1e400 -Inf strconv.ParseFloat: parsing "-1e400": value out of range -Inf strconv.ParseFloat: parsing "-1e400": value out of range
// 0x1p-2 0.25 <nil> 0.25 <nil>
// inf +Inf <nil> +Inf <nil>
// -Infinity -Inf <nil> -Inf <nil>
// nan NaN <nil> NaN <nil>
// 1_0.5 10.5 <nil> 10.5 <nil>
// .5 0.5 <nil> 0.5 <nil>
// 5. 5 <nil> 5 <nil>
// 1e 0 strconv.ParseFloat: parsing "1e": invalid syntax 0 strconv.ParseFloat: parsing "1e": invalid syntax
// 1e-400 0 <nil> 0 <nil>
// 179769313486231570000000000000000000000000000000000000e255 1.7976931348623157e+308 <nil> +Inf strconv.ParseFloat: parsing "179769313486231570000000000000000000000000000000000000e255": value out of range
// 0.1e1f 0 strconv.ParseFloat: parsing "0.1e1f": invalid syntax 0 strconv.ParseFloat: parsing "0.1e1f": invalid syntax
// 4.9e-324 5e-324 <nil> 0 <nil>
// 2.4703282292062328e-324 5e-324 <nil> 0 <nil>
// 0 0.000e+00 0.00 0 0p-1074 0x0p+00
// -0 -0.000e+00 -0.00 -0 -0p-1074 -0x0p+00
// 1 1.000e+00 1.00 1 4503599627370496p-52 0x1p+00
// 0.1 1.000e-01 0.10 0.1 7205759403792794p-56 0x1.999999999999ap-04
// 1e+21 1.000e+21 100000000000 1E+21 7629394531250000p+17 0x1.b1ae4d6e2ef5p+69
// 1e+20 1.000e+20 100000000000 1E+20 6103515625000000p+14 0x1.5af1d78b58c4p+66
// 1.23456789e+08 1.235e+08 123456789.00 1.2346E+08 8285044862877696p-26 0x1.d6f3454p+26
// 1e-07 1.000e-07 0.00 1E-07 7555786372591432p-76 0x1.ad7f29abcaf48p-24
// 5e-324 4.941e-324 0.00 0 1p-1074 0x1p-1074
// 1.7976931348623157e+308 1.798e+308 179769313486 +Inf 9007199254740991p+971 0x1.fffffffffffffp+1023
// 3.141592653589793 3.142e+00 3.14 3.1416 7074237752028440p-51 0x1.921fb54442d18p+01
// -Inf -Inf -Inf -Inf -Inf -Inf
// NaN NaN NaN NaN NaN NaN
// 100 1.000e+02 100.00 100 7036874417766400p-46 0x1.9p+06
// 1e-06 1.000e-06 0.00 1E-06 4722366482869645p-72 0x1.0c6f7a0b5ed8dp-20
// -ff -1000000000000000000000000000000000000000000000000000000000000000 3w5e11264sgsf -7
// true <nil> true <nil> true <nil> false <nil> false strconv.ParseBool: parsing "yes": invalid syntax false strconv.ParseBool: parsing "tRUE": invalid syntax
// "a\tb\"\x00\u2028é\xff😀" "\u00e9\U0001f600" '☺' '\n' " \t"
// "a\nb" <nil>; "raw\\n" <nil>; "x" <nil>; "éAA" <nil>; "" invalid syntax; "" invalid syntax; "" invalid syntax; "" <nil>;
// é true rest <nil>
// n=42 "q" true 1.5
// strconv.ParseInt: parsing "5": invalid base 1 strconv.ParseInt: parsing "5": invalid bit size 65 <nil>
// <nil> false false
