package main

import (
	"encoding/json"
	"fmt"
	"math/big"
)

func main() {
	n, _ := new(big.Int).SetString("-123_456_789_012_345_678_901_234_567_890", 0)
	fmt.Println(n, n.Text(2), n.Text(36), n.Text(62), string(n.Append([]byte("n="), 16)))
	fmt.Printf("%v|%s|%d|%x|%X|%#x|%o|%O|%#o|%b\n", n, n, n, n, n, n, n, n, n, n)
	m := big.NewInt(48879)
	fmt.Printf("|%12d|%-12d|%012d|%+d|% d|%.8d|%12.8d|%-12.8x|%#012x|%5.0d|\n", m, m, m, m, m, m, m, m, m, new(big.Int))
	fmt.Printf("%q %t %e %c %p\n", m, m, m, m, (*big.Int)(nil))
	var none *big.Int
	fmt.Printf("%v %d %+v %s\n", none, none, []*big.Int{none, m}, none.Text(5))
	fmt.Printf("%v %+v %T %v\n", *m, struct{ N *big.Int }{m}.N, *m, *big.NewRat(-1, 2))

	// What a prefix means, and where underscores may stand.
	for _, s := range []string{"0", "-0", "+7", "007", "08", "0b101", "0o17", "0XfF", "1_0", "0x_f", "_1", "1_", "1__0", "", "-", "12z", " 1"} {
		for _, base := range []int{0, 10, 16, 62} {
			z, ok := new(big.Int).SetString(s, base)
			fmt.Printf("%q/%d=%v,%t ", s, base, z, ok)
		}
		fmt.Println()
	}

	type account struct {
		Balance *big.Int
		Limit   big.Int
		Rate    *big.Rat
		Growth  *big.Float
	}
	js, err := json.Marshal(&account{n, *m, big.NewRat(22, 7), big.NewFloat(1.0625)})
	fmt.Println(string(js), err)
	var back account
	err = json.Unmarshal(js, &back)
	fmt.Println(back.Balance, &back.Limit, back.Rate, back.Growth, err)
	fmt.Println(json.Unmarshal([]byte(`{"Balance": "twelve"}`), &back))

	var p, q big.Int
	count, err := fmt.Sscanf("0xff then 777", "%v then %o", &p, &q)
	fmt.Println(count, err, &p, &q)
	count, err = fmt.Sscan("99999999999999999999 1_000", &p, &q)
	fmt.Println(count, err, &p, &q)
	count, err = fmt.Sscan("ten", &p)
	fmt.Println(count, err)

	code, _ := n.GobEncode()
	err = p.GobDecode(code)
	fmt.Println(code, &p, err, p.GobDecode([]byte{9}))
	for _, f := range []func(){func() { m.Text(63) }, func() { p.SetString("1", 1) }, func() { m.FillBytes(make([]byte, 1)) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

// Output:
// -123456789012345678901234567890 -1100011101110100100001111111101101100001101110011111000001110111001001110001111110000101011010010 -byw97um9s91dlz68tsi -2AyLS9BKAMjjsWHR0 n=-18ee90ff6c373e0ee4e3f0ad2
// -123456789012345678901234567890|-123456789012345678901234567890|-123456789012345678901234567890|-18ee90ff6c373e0ee4e3f0ad2|-18EE90FF6C373E0EE4E3F0AD2|-0x18ee90ff6c373e0ee4e3f0ad2|-143564417755415637016711617605322|-0o143564417755415637016711617605322|-0143564417755415637016711617605322|-1100011101110100100001111111101101100001101110011111000001110111001001110001111110000101011010010
// |       48879|48879       |000000048879|+48879| 48879|00048879|    00048879|0000beef    |0x000000beef||
// %!q(big.Int=48879) %!t(big.Int=48879) %!e(big.Int=48879) %!c(big.Int=48879) 0x0
// <nil> <nil> [<nil> +48879] <nil>
// {false [48879]} +48879 big.Int {{true [1]} {false [2]}}
// "0"/0=0,true "0"/10=0,true "0"/16=0,true "0"/62=0,true
// "-0"/0=0,true "-0"/10=0,true "-0"/16=0,true "-0"/62=0,true
// "+7"/0=7,true "+7"/10=7,true "+7"/16=7,true "+7"/62=7,true
// "007"/0=7,true "007"/10=7,true "007"/16=7,true "007"/62=7,true
// "08"/0=<nil>,false "08"/10=8,true "08"/16=8,true "08"/62=8,true
// "0b101"/0=5,true "0b101"/10=<nil>,false "0b101"/16=45313,true "0b101"/62=2625453,true
// "0o17"/0=15,true "0o17"/10=<nil>,false "0o17"/16=<nil>,false "0o17"/62=92325,true
// "0XfF"/0=255,true "0XfF"/10=<nil>,false "0XfF"/16=<nil>,false "0XfF"/62=227767,true
// "1_0"/0=10,true "1_0"/10=<nil>,false "1_0"/16=<nil>,false "1_0"/62=<nil>,false
// "0x_f"/0=15,true "0x_f"/10=<nil>,false "0x_f"/16=<nil>,false "0x_f"/62=<nil>,false
// "_1"/0=<nil>,false "_1"/10=<nil>,false "_1"/16=<nil>,false "_1"/62=<nil>,false
// "1_"/0=<nil>,false "1_"/10=<nil>,false "1_"/16=<nil>,false "1_"/62=<nil>,false
// "1__0"/0=<nil>,false "1__0"/10=<nil>,false "1__0"/16=<nil>,false "1__0"/62=<nil>,false
// ""/0=<nil>,false ""/10=<nil>,false ""/16=<nil>,false ""/62=<nil>,false
// "-"/0=<nil>,false "-"/10=<nil>,false "-"/16=<nil>,false "-"/62=<nil>,false
// "12z"/0=<nil>,false "12z"/10=<nil>,false "12z"/16=<nil>,false "12z"/62=4003,true
// " 1"/0=<nil>,false " 1"/10=<nil>,false " 1"/16=<nil>,false " 1"/62=<nil>,false
// {"Balance":-123456789012345678901234567890,"Limit":48879,"Rate":"22/7","Growth":"1.0625"} <nil>
// -123456789012345678901234567890 48879 22/7 1.0625 <nil>
// math/big: cannot unmarshal "\"twelve\"" into a *big.Int
// 2 <nil> 255 511
// 2 <nil> 99999999999999999999 1000
// 0 number has no digits
// [3 1 142 233 15 246 195 115 224 238 78 63 10 210] -123456789012345678901234567890 <nil> Int.GobDecode: encoding version 4 not supported
// invalid base
// invalid number base 1
// math/big: buffer too small to fit value
