package main

import "fmt"

type date struct{ y, m, d int }

var monthDays = [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func days(y, m int) int {
	if m == 2 && leap(y) {
		return 29
	}
	return monthDays[m-1]
}

func (a date) number() int {
	n := (a.y-1)*365 + (a.y-1)/4 - (a.y-1)/100 + (a.y-1)/400
	for m := 1; m < a.m; m++ {
		n += days(a.y, m)
	}
	return n + a.d
}

func (a date) weekday() int { return a.number() % 7 }

func (a date) next() date {
	switch {
	case a.d < days(a.y, a.m):
		a.d++
	case a.m < 12:
		a.m, a.d = a.m+1, 1
	default:
		a = date{a.y + 1, 1, 1}
	}
	return a
}

func calendar(y, m int) {
	fmt.Printf("%10d-%02d\n", y, m)
	first := date{y, m, 1}
	for range (first.weekday() + 6) % 7 {
		fmt.Print("   ")
	}
	for d := first; d.m == m; d = d.next() {
		fmt.Printf("%3d", d.d)
		if d.weekday() == 0 {
			fmt.Println()
		}
	}
	fmt.Println()
}

func easter(y int) date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	j, k := c/4, c%4
	m := (a + 11*h) / 319
	r := (2*e + 2*j - k - h + m + 32) % 7
	n := (h - m + r + 90) / 25
	return date{y, n, (h - m + r + n + 19) % 32}
}

func main() {
	calendar(2024, 2)
	fmt.Println(date{2009, 11, 10}.weekday(), date{2000, 1, 1}.number()-date{1970, 1, 1}.number())
	fmt.Println(easter(2024), easter(2025), easter(1999))
	n, d := 0, date{1901, 1, 1}
	for ; d.y < 2001; d = d.next() {
		if d.d == 1 && d.weekday() == 0 {
			n++
		}
	}
	fmt.Println(n)
}

// Output:
//       2024-02
//            1  2  3  4
//   5  6  7  8  9 10 11
//  12 13 14 15 16 17 18
//  19 20 21 22 23 24 25
//  26 27 28 29
// 2 10957
// {2024 3 31} {2025 4 20} {1999 4 4}
// 171
