package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
)

func main() {
	r := bufio.NewReader(strings.NewReader("alpha beta\ngamma é"))
	w, err := r.ReadString(' ')
	fmt.Printf("%q %v\n", w, err)
	p, _ := r.Peek(3)
	fmt.Println(string(p), r.Buffered())
	line, prefix, err := r.ReadLine()
	fmt.Println(string(line), prefix, err)
	c, _ := r.ReadByte()
	r.UnreadByte()
	n, _ := r.Discard(6)
	ru, size, _ := r.ReadRune()
	fmt.Println(string(c), n, string(ru), size)
	_, err = r.ReadBytes('\n')
	fmt.Println(err == io.EOF)
	var b bytes.Buffer
	bw := bufio.NewWriterSize(&b, 16)
	fmt.Fprint(bw, "short")
	fmt.Println(b.Len(), bw.Buffered(), bw.Available())
	bw.WriteString(strings.Repeat("-", 20))
	bw.WriteByte('x')
	bw.WriteRune('é')
	bw.Flush()
	fmt.Println(b.String(), bw.Buffered())
}

// Output:
// "alpha " <nil>
// bet 13
// beta false <nil>
// g 6 é 2
// true
// 0 5 11
// short--------------------xé 0
