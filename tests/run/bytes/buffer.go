package main

import (
	"bytes"
	"fmt"
	"io"
)

func main() {
	var b bytes.Buffer
	b.WriteString("line one\nline two\nrest")
	b.WriteByte('!')
	b.WriteRune('é')
	fmt.Println(b.Len())
	line, err := b.ReadString('\n')
	fmt.Printf("%q %v\n", line, err)
	p := make([]byte, 4)
	n, err := b.Read(p)
	fmt.Println(n, err, string(p))
	c, _ := b.ReadByte()
	fmt.Println(string(c), b.UnreadByte(), b.String())
	fmt.Printf("%q\n", b.Next(5))
	rest, err := b.ReadBytes('\n')
	fmt.Printf("%q %v\n", rest, err)
	_, err = b.ReadByte()
	fmt.Println(err == io.EOF, b.Len())
	b.Reset()
	fmt.Fprintf(&b, "%d-%d", 1, 2)
	b.Truncate(2)
	nb := bytes.NewBufferString("start ")
	nb.Write(b.Bytes())
	k, _ := b.WriteTo(nb)
	fmt.Println(nb, k, b.Len())
	r := bytes.NewReader([]byte("seekable"))
	r.Seek(4, io.SeekStart)
	all, _ := io.ReadAll(r)
	fmt.Println(string(all), bytes.NewBuffer(nil).String() == "")
}

// Output:
// 25
// "line one\n" <nil>
// 4 <nil> line
//   <nil>  two
// rest!é
// " two\n"
// "rest!é" EOF
// true 0
// start 1-1- 2 0
// able true
