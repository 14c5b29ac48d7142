// A line that the prefix already ends gets no second newline.
package main

import (
	"log"
	"os"
)

func main() {
	l := log.New(os.Stdout, "\n", 0)
	l.Print("")
	l.Print("text")
	l.SetFlags(log.Lmsgprefix)
	l.Print()
	l.SetPrefix("> ")
	l.Print("a\n")
	l.Print("")
}

// Output:
//
//
// text
//
// > a
// >
