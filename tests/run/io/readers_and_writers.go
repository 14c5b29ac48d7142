package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type upper struct{ r io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	copy(p, bytes.ToUpper(p[:n]))
	return n, err
}

type countWriter int

func (c *countWriter) Write(p []byte) (int, error) {
	*c += countWriter(len(p))
	return len(p), nil
}

func main() {
	all, err := io.ReadAll(upper{strings.NewReader("some text")})
	fmt.Println(string(all), err)
	var c countWriter
	var b bytes.Buffer
	n, err := io.Copy(io.MultiWriter(&c, &b), io.LimitReader(strings.NewReader("abcdefgh"), 5))
	fmt.Println(n, err, c, b.String())
	m := io.MultiReader(strings.NewReader("one "), strings.NewReader("two"))
	t := io.TeeReader(m, &b)
	io.ReadAll(t)
	fmt.Println(b.String())
	buf := make([]byte, 4)
	_, err = io.ReadFull(strings.NewReader("ab"), buf)
	fmt.Println(err, errors.Is(err, io.ErrUnexpectedEOF))
	k, err := io.ReadAtLeast(strings.NewReader("abcdef"), buf, 2)
	fmt.Println(k, err)
	io.WriteString(&b, "!")
	fmt.Println(b.String(), io.EOF)
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	s, _ := io.ReadAll(sr)
	fmt.Println(string(s), sr.Size())
	x, err := io.CopyN(io.Discard, strings.NewReader("short"), 10)
	fmt.Println(x, err)
	var rc io.ReadCloser = io.NopCloser(strings.NewReader(""))
	fmt.Println(rc.Close())
}

// Output:
// SOME TEXT <nil>
// 5 <nil> 5 abcde
// abcdeone two
// unexpected EOF true
// 4 <nil>
// abcdeone two! EOF
// 23456 5
// 5 EOF
// <nil>
