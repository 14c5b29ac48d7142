// Columns by text/tabwriter with all its flags.
package main

import (
	"fmt"
	"os"
	"text/tabwriter"
)

const table = "name\tage\tcity\nal\t5\tParis\nmaximilian\t105\tRome\n\nshort\nx\t\ty\n\t\tz\nünï\t世界\tq\n"

func main() {
	for _, c := range []struct {
		min, tab, pad int
		char          byte
		flags         uint
	}{
		{0, 8, 1, ' ', 0}, {0, 8, 2, '.', 0}, {5, 0, 1, ' ', tabwriter.AlignRight}, {8, 8, 0, '\t', 0}, {0, 4, 1, '\t', tabwriter.AlignRight},
		{0, 8, 1, ' ', tabwriter.Debug}, {0, 8, 1, '-', tabwriter.AlignRight | tabwriter.Debug}, {0, 8, 1, ' ', tabwriter.DiscardEmptyColumns},
		{2, 4, 1, ' ', tabwriter.TabIndent}, {0, 0, 0, '\t', 0},
	} {
		fmt.Println("--", c.min, c.tab, c.pad, string(c.char), c.flags)
		w := tabwriter.NewWriter(os.Stdout, c.min, c.tab, c.pad, c.char, c.flags)
		fmt.Fprint(w, table)
		fmt.Fprint(w, "a\vb\v\vc\naaa\v\v\vd\n")
		fmt.Fprint(w, "one\ttwo\fthree\tfour\n")
		fmt.Fprint(w, "no newline\tat the end")
		w.Flush()
		fmt.Println()
	}
	w := new(tabwriter.Writer)
	w.Init(os.Stdout, 0, 8, 1, ' ', tabwriter.FilterHTML)
	fmt.Fprintln(w, "<b>bold</b>\tx\n&lt;&gt;\ty\nplain text\tz")
	w.Flush()
	w.Init(os.Stdout, 0, 8, 1, ' ', tabwriter.StripEscape)
	fmt.Fprintln(w, "\xffa\tb\xff\tx\nlonger one\ty")
	w.Flush()
	w.Init(os.Stdout, 0, 8, 1, '.', 0)
	for i := range 5 {
		for j := range i + 1 {
			fmt.Fprintf(w, "%d\t", 1<<(i*j))
		}
		fmt.Fprintln(w)
	}
	w.Flush()
	defer func() { fmt.Println(recover()) }()
	w.Init(os.Stdout, -1, 0, 0, ' ', 0)
}

// Output:
// -- 0 8 1   0
// name       age city
// al         5   Paris
// maximilian 105 Rome
//
// short
// x      y
//        z
// ünï 世界 q
// a   b   c
// aaa     d
// one two
// three      four
// no newline at the end
// -- 0 8 2 . 0
// name........age..city
// al..........5....Paris
// maximilian..105..Rome
//
// short
// x........y
// .........z
// ünï..世界..q
// a....b.....c
// aaa........d
// one..two
// three.......four
// no newline..at the end
// -- 5 0 1   4
//        name  agecity
//          al    5Paris
//  maximilian  105Rome
//
// short
//     x     y
//           z
//   ünï   世界q
//     a    b     c
//   aaa          d
//   onetwo
//       threefour
//  no newlineat the end
// -- 8 8 0 	 0
// name		age	city
// al		5	Paris
// maximilian	105	Rome
//
// short
// x		y
// 		z
// ünï	世界	q
// a	b		c
// aaa			d
// one	two
// three		four
// no newline	at the end
// -- 0 4 1 	 4
// name		age	city
// al			5	Paris
// maximilian	105	Rome
//
// short
// x		y
// 		z
// ünï	世界	q
// a	b		c
// aaa			d
// one	two
// three		four
// no newline	at the end
// -- 0 8 1   32
// name       |age |city
// al         |5   |Paris
// maximilian |105 |Rome
//
// short
// x   |   |y
//     |   |z
// ünï |世界 |q
// a   |b  | |c
// aaa |   | |d
// one |two
// ---
// three      |four
// no newline |at the end
// -- 0 8 1 - 36
// -------name|-age|city
// ---------al|---5|Paris
// -maximilian|-105|Rome
//
// short
// ---x|---|y
// ----|---|z
// -ünï|-世界|q
// ---a|--b|-|c
// -aaa|---|-|d
// -one|two
// ---
// ------three|four
// -no newline|at the end
// -- 0 8 1   8
// name       age city
// al         5   Paris
// maximilian 105 Rome
//
// short
// x      y
//        z
// ünï 世界 q
// a   b  c
// aaa    d
// one two
// three      four
// no newline at the end
// -- 2 4 1   16
// name       age city
// al         5   Paris
// maximilian 105 Rome
//
// short
// x      y
// 		z
// ünï 世界 q
// a   b    c
// aaa      d
// one two
// three      four
// no newline at the end
// -- 0 0 0 	 0
// nameagecity
// al5Paris
// maximilian105Rome
//
// short
// xy
// z
// ünï世界q
// abc
// aaad
// onetwo
// threefour
// no newlineat the end
// <b>bold</b>       x
// &lt;&gt;         y
// plain text z
// a	b        x
// longer one y
// 1.
// 1.2..
// 1.4..16..
// 1.8..64..512..
// 1.16.256.4096.65536.
// negative minwidth, tabwidth, or padding
