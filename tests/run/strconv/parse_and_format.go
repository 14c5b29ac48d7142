package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(255, 16), strconv.FormatUint(1<<63, 36), strconv.FormatInt(-5, 2))
	for _, s := range []string{"12", "-7", "+3", "abc", "", "99999999999999999999", "1_000", "0x1f", " 1"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	fmt.Println(strconv.ParseInt("0x1f", 0, 64))
	fmt.Println(strconv.ParseInt("0b1_01", 0, 64))
	fmt.Println(strconv.ParseInt("300", 10, 8))
	fmt.Println(strconv.ParseUint("-1", 10, 64))
	fmt.Println(strconv.ParseInt("zz", 36, 64))
	for _, s := range []string{"1.5", "1e10", "inf", "-NaN", "NaN", "0x1p-2", "1e400", "x", ".5", "5.", "1_0.5"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	fmt.Println(strconv.ParseBool("true"))
	fmt.Println(strconv.ParseBool("yes"))
	_, err := strconv.Atoi("x")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), ne.Func, ne.Num, errors.Is(err, strconv.ErrSyntax))
	fmt.Println(strconv.FormatFloat(3.14159, 'f', 2, 64), strconv.FormatFloat(1e21, 'g', -1, 64), strconv.FormatFloat(0.1, 'e', 3, 32), strconv.FormatFloat(2, 'f', -1, 64))
	fmt.Println(string(strconv.AppendInt([]byte("n="), 5, 10)), strconv.FormatBool(false))
}

// Output:
// -45 ff 1y2p0ij32e8e8 -101
// 12 <nil>
// -7 <nil>
// 3 <nil>
// 0 strconv.Atoi: parsing "abc": invalid syntax
// 0 strconv.Atoi: parsing "": invalid syntax
// 9223372036854775807 strconv.Atoi: parsing "99999999999999999999": value out of range
// 0 strconv.Atoi: parsing "1_000": invalid syntax
// 0 strconv.Atoi: parsing "0x1f": invalid syntax
// 0 strconv.Atoi: parsing " 1": invalid syntax
// 31 <nil>
// 5 <nil>
// 127 strconv.ParseInt: parsing "300": value out of range
// 0 strconv.ParseUint: parsing "-1": invalid syntax
// 1295 <nil>
// 1.5 <nil>
// 1e+10 <nil>
// +Inf <nil>
// 0 strconv.ParseFloat: parsing "-NaN": invalid syntax
// NaN <nil>
// 0.25 <nil>
// +Inf strconv.ParseFloat: parsing "1e400": value out of range
// 0 strconv.ParseFloat: parsing "x": invalid syntax
// 0.5 <nil>
// 5 <nil>
// 10.5 <nil>
// true <nil>
// false strconv.ParseBool: parsing "yes": invalid syntax
// true Atoi x true
// 3.14 1e+21 1.000e-01 2
// n=5 false
