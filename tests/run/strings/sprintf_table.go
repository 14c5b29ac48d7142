package main

import (
	"fmt"
	"strings"
)

type item struct {
	name  string
	price float64
	qty   int
}

func main() {
	items := []item{{"apple", 0.5, 10}, {"watermelon", 3.25, 1}, {"kiwi", 0.333, 120}}
	line := strings.Repeat("-", 30)
	fmt.Printf("%-12s|%8s|%5s|\n%s\n", "name", "price", "qty", line)
	total := 0.0
	for i, it := range items {
		fmt.Printf("%-12s|%8.2f|%5d| %3d%%\n", it.name, it.price, it.qty, i*50)
		total += it.price * float64(it.qty)
	}
	fmt.Printf("%s\n%-12s|%8.2f|\n", line, "total", total)
	fmt.Printf("%[1]T %[1]v %[1]q %[2]*[3]d|%-[2]*[3]d|\n", "again", 6, 42)
	fmt.Printf("%v %+v %#v\n", items[0], items[1], items[2])
	width, prec := 10, 3
	fmt.Printf("|%*.*f|%-*d|%0*d|\n", width, prec, 3.14159, 5, 42, 6, 7)
	s := fmt.Sprintf("%c%c%c %U %x %08.3f %+d %e", 'G', 'o', '!', 0x1F600, "hex", -3.14159, 5, 123456.789)
	fmt.Println(s, len(s))
}

// Output:
// name        |   price|  qty|
// ------------------------------
// apple       |    0.50|   10|   0%
// watermelon  |    3.25|    1|  50%
// kiwi        |    0.33|  120| 100%
// ------------------------------
// total       |   48.21|
// string again "again"     42|42    |
// {apple 0.5 10} {name:watermelon price:3.25 qty:1} main.item{name:"kiwi", price:0.333, qty:120}
// |     3.142|42   |000007|
// Go! U+1F600 686578 -003.142 +5 1.234568e+05 43
