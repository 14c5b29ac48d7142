// A tabwriter takes text in pieces: characters that are cut in two between writes have their width, escaped text that is never
// ended is passed on whole, and a panic of the output says during what it happened.
package main

import (
	"errors"
	"fmt"
	"os"
	"text/tabwriter"
)

type broken struct{}

func (broken) Write([]byte) (int, error) { panic(errors.New("no paper")) }

func main() {
	const table = "größe\tÄ\tfoo\nβ\tγδε\tbar\n日本\t語\tbaz\n"
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 1, '.', 0)
	for i := range len(table) {
		w.Write([]byte{table[i]})
	}
	w.Flush()

	w.Init(os.Stdout, 0, 8, 1, '.', tabwriter.StripEscape)
	fmt.Fprint(w, "a\xff\tb\xff\tc\n")
	fmt.Fprint(w, "long cell\tc\nx\xffnever ended")
	w.Flush()
	fmt.Println()

	w.Init(os.Stdout, 0, 8, 1, '.', tabwriter.FilterHTML|tabwriter.Debug)
	for _, piece := range []string{"<b>bo", "ld</", "b>\t&am", "p;\tz\n", "xx\tyy\t", "z\n"} {
		fmt.Fprint(w, piece)
	}
	w.Flush()

	for _, act := range []func(*tabwriter.Writer){
		func(w *tabwriter.Writer) { w.Write([]byte("one line\n")) },
		func(w *tabwriter.Writer) {
			w.Write([]byte("a\tb"))
			w.Flush()
		},
	} {
		func() {
			defer func() { fmt.Println(recover()) }()
			act(tabwriter.NewWriter(broken{}, 0, 8, 1, ' ', 0))
		}()
	}
}

// Output:
// größe.Ä...foo
// β.....γδε.bar
// 日本....語...baz
// a	b.......c
// long cell.c
// xnever ended
// <b>bold</b>.|&amp;..|z
// xx...|yy.|z
// tabwriter: panic during Write (no paper)
// tabwriter: panic during Flush (no paper)
