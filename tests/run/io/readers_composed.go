package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
)

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i, c := range p[:n] {
		switch {
		case c >= 'a' && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case c >= 'A' && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return n, err
}

type oneByte struct{ r io.Reader }

func (o oneByte) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	return o.r.Read(p[:1])
}

type failing struct{ after int }

func (f *failing) Write(p []byte) (int, error) {
	if f.after -= len(p); f.after < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func main() {
	b, err := io.ReadAll(rot13{oneByte{strings.NewReader("Uryyb, Jbeyq!")}})
	fmt.Println(string(b), err)
	var left, right bytes.Buffer
	n, err := io.Copy(io.MultiWriter(&left, &right), io.LimitReader(io.TeeReader(strings.NewReader("abcdefgh"), &left), 5))
	fmt.Println(n, err, left.String(), right.String())
	r := io.MultiReader(strings.NewReader("one "), strings.NewReader(""), strings.NewReader("two"))
	buf := make([]byte, 6)
	k, err := io.ReadFull(r, buf)
	fmt.Println(k, err, string(buf))
	k, err = io.ReadFull(r, buf)
	fmt.Println(k, err, string(buf[:k]))
	_, err = io.ReadFull(r, buf)
	fmt.Println(err, errors.Is(err, io.EOF))
	k, err = io.ReadAtLeast(strings.NewReader("xy"), make([]byte, 1), 2)
	fmt.Println(k, err)
	sec := io.NewSectionReader(strings.NewReader("0123456789"), 3, 4)
	sec.Seek(1, io.SeekStart)
	rest, _ := io.ReadAll(sec)
	fmt.Println(string(rest), sec.Size())
	w := bufio.NewWriterSize(&failing{20}, 16)
	for i := range 5 {
		if _, err := fmt.Fprintf(w, "line %d\n", i); err != nil {
			fmt.Println(i, err)
		}
	}
	fmt.Println(w.Flush(), w.Buffered())
	sc := bufio.NewScanner(strings.NewReader("a,b,,c"))
	sc.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		if i := bytes.IndexByte(data, ','); i >= 0 {
			return i + 1, data[:i], nil
		}
		if atEOF && len(data) > 0 {
			return len(data), data, bufio.ErrFinalToken
		}
		return 0, nil, nil
	})
	for sc.Scan() {
		fmt.Printf("%q ", sc.Text())
	}
	fmt.Println(sc.Err())
	sc = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc.Buffer(nil, 10)
	fmt.Println(sc.Scan(), sc.Err())
	br := bufio.NewReader(strings.NewReader("first\nsecond π\nlast"))
	line, err := br.ReadString('\n')
	peek, _ := br.Peek(3)
	fmt.Printf("%q %v %q %d\n", line, err, peek, br.Buffered())
	ru, size, _ := br.ReadRune()
	br.UnreadRune()
	word, _ := br.ReadString(' ')
	pi, psize, _ := br.ReadRune()
	fmt.Println(string(ru), size, word, string(pi), psize)
	br.Discard(1)
	last, err := br.ReadBytes('\n')
	fmt.Println(string(last), err)
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through the pipe")
		pw.CloseWithError(errors.New("writer gave up"))
	}()
	b, err = io.ReadAll(pr)
	fmt.Println(string(b), err)
	_, err = pw.Write([]byte("x"))
	fmt.Println(err)
	fmt.Println(io.WriteString(io.Discard, "gone"))
}

// Output:
// Hello, World! <nil>
// 5 <nil> abcdeabcde abcde
// 6 <nil> one tw
// 1 unexpected EOF o
// EOF true
// 0 short buffer
// 456 4
// 4 disk full
// disk full 16
// "a" "b" "" "c" <nil>
// false bufio.Scanner: token too long
// "first\n" <nil> "sec" 14
// s 1 second  π 2
// last EOF
// through the pipe writer gave up
// io: read/write on closed pipe
// 4 <nil>
