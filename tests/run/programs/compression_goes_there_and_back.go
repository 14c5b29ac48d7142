// Run lengths, move-to-front, Burrows-Wheeler and LZ77 with varints: codecs as interface values, composed, over bytes that are
// repetitive, random, empty or text; bad input is an error, not a crash.
package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
)

type codec interface {
	encode([]byte) []byte
	decode([]byte) ([]byte, error)
}

var errBad = errors.New("bad data")

type runs struct{ escape byte }

func (r runs) encode(in []byte) (out []byte) {
	for i := 0; i < len(in); {
		j := i
		for j < len(in) && in[j] == in[i] && j-i < 255 {
			j++
		}
		if n := j - i; n > 3 || in[i] == r.escape {
			out = append(out, r.escape, byte(n), in[i])
		} else {
			out = append(out, in[i:j]...)
		}
		i = j
	}
	return
}

func (r runs) decode(in []byte) (out []byte, err error) {
	for i := 0; i < len(in); i++ {
		if in[i] != r.escape {
			out = append(out, in[i])
			continue
		}
		if i+2 >= len(in) {
			return out, fmt.Errorf("runs at %d: %w", i, errBad)
		}
		out = append(out, bytes.Repeat(in[i+2:i+3], int(in[i+1]))...)
		i += 2
	}
	return
}

type moveToFront struct{}

func order() (t [256]byte) {
	for i := range t {
		t[i] = byte(i)
	}
	return
}

func front(t [256]byte, i int) [256]byte {
	b := t[i]
	copy(t[1:i+1], t[:i])
	t[0] = b
	return t
}

func (moveToFront) encode(in []byte) []byte {
	t := order()
	out := make([]byte, len(in))
	for k, b := range in {
		i := bytes.IndexByte(t[:], b)
		out[k] = byte(i)
		t = front(t, i)
	}
	return out
}

func (moveToFront) decode(in []byte) ([]byte, error) {
	t := order()
	out := make([]byte, 0, len(in))
	for _, i := range in {
		out = append(out, t[i])
		t = front(t, int(i))
	}
	return out, nil
}

type sortRotations struct{}

func (sortRotations) encode(in []byte) []byte {
	n := len(in)
	rot := make([]int, n)
	for i := range rot {
		rot[i] = i
	}
	double := append(slices.Clone(in), in...)
	slices.SortStableFunc(rot, func(a, b int) int { return bytes.Compare(double[a:a+n], double[b:b+n]) })
	out := binary.AppendUvarint(nil, uint64(slices.Index(rot, 0)+1))
	for _, r := range rot {
		out = append(out, double[r+n-1])
	}
	return out
}

func (sortRotations) decode(in []byte) ([]byte, error) {
	first, k := binary.Uvarint(in)
	if k <= 0 || first > uint64(len(in)-k) || first == 0 && len(in) > k {
		return nil, fmt.Errorf("rotations: %w", errBad)
	}
	last := in[k:]
	next := make([]int, len(last))
	for i := range next {
		next[i] = i
	}
	slices.SortStableFunc(next, func(a, b int) int { return int(last[a]) - int(last[b]) })
	out := make([]byte, len(last))
	for i, p := 0, int(first)-1; i < len(last); i++ {
		p = next[p]
		out[i] = last[p]
	}
	return out, nil
}

type window int

func (w window) encode(in []byte) (out []byte) {
	literal := 0
	flush := func(to int) {
		if to > literal {
			out = binary.AppendUvarint(out, uint64(to-literal)<<1)
			out = append(out, in[literal:to]...)
		}
	}
	seen := map[[3]byte][]int{}
	for i := 0; i < len(in); {
		best, at := 0, 0
		if i+3 <= len(in) {
			key := [3]byte(in[i:])
			for _, j := range slices.Backward(seen[key]) {
				if i-j > int(w) {
					break
				}
				n := 3
				for i+n < len(in) && in[j+n] == in[i+n] {
					n++
				}
				if n > best {
					best, at = n, j
				}
			}
			seen[key] = append(seen[key], i)
		}
		if best < 4 {
			i++
			continue
		}
		flush(i)
		out = binary.AppendUvarint(out, uint64(best)<<1|1)
		out = binary.AppendUvarint(out, uint64(i-at))
		i += best
		literal = i
	}
	flush(len(in))
	return
}

func (w window) decode(in []byte) (out []byte, err error) {
	take := func() (v uint64) {
		v, n := binary.Uvarint(in)
		if n <= 0 {
			panic(errBad)
		}
		in = in[n:]
		return v
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("window: %w", r.(error))
		}
	}()
	for len(in) > 0 {
		v := take()
		n := int(v >> 1)
		if v&1 == 0 {
			out = append(out, in[:n]...)
			in = in[n:]
			continue
		}
		for d := int(take()); n > 0; n-- {
			out = append(out, out[len(out)-d])
		}
	}
	return
}

type chain []codec

func (c chain) encode(b []byte) []byte {
	for _, x := range c {
		b = x.encode(b)
	}
	return b
}

func (c chain) decode(b []byte) (_ []byte, err error) {
	for _, x := range slices.Backward(c) {
		if b, err = x.decode(b); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func main() {
	noise := make([]byte, 600)
	for i, x := 0, uint32(1); i < len(noise); i++ {
		x = x*1103515245 + 12345
		noise[i] = byte(x >> 16)
	}
	inputs := [][]byte{nil, []byte("a"), []byte("banana"), bytes.Repeat([]byte{0}, 700), bytes.Repeat([]byte("abcab"), 90), noise, []byte(strings.Repeat("the cat sat on the mat and that was that; ", 12))}
	codecs := []codec{runs{0xFF}, runs{0}, moveToFront{}, sortRotations{}, window(64), window(4096), chain{sortRotations{}, moveToFront{}, runs{0}}, chain{window(100), chain{runs{7}}}, chain{}}
	for _, c := range codecs {
		fmt.Printf("%-62s", fmt.Sprintf("%T%v", c, c))
		for _, in := range inputs {
			e := c.encode(in)
			d, err := c.decode(e)
			if err != nil || !bytes.Equal(d, in) {
				fmt.Print(" WRONG ", err)
			}
			fmt.Printf(" %d→%d", len(in), len(e))
		}
		fmt.Println()
	}
	for _, bad := range [][]byte{{0xFF}, {0x80}, {9, 1, 2}, {5, 200, 1}, {0, 1}, {11, 1}} {
		for _, c := range codecs[3:7] {
			d, err := c.decode(bad)
			fmt.Print(len(d), " ", errors.Is(err, errBad), " ")
			if err != nil {
				fmt.Print(err)
			}
			fmt.Print("; ")
		}
		fmt.Println()
	}
}

// Output:
// main.runs{255}                                                 0→0 1→1 6→6 700→9 450→450 600→604 504→504
// main.runs{0}                                                   0→0 1→1 6→6 700→9 450→450 600→604 504→504
// main.moveToFront{}                                             0→0 1→1 6→6 700→700 450→450 600→600 504→504
// main.sortRotations{}                                           0→1 1→2 6→7 700→701 450→451 600→602 504→506
// main.window64                                                  0→0 1→2 6→7 700→5 450→9 600→602 504→44
// main.window4096                                                0→0 1→2 6→7 700→5 450→9 600→602 504→44
// main.chain[{} {} {0}]                                          0→3 1→2 6→10 700→11 450→17 600→608 504→106
// main.chain[100 [{7}]]                                          0→0 1→2 6→7 700→5 450→9 600→604 504→46
// main.chain[]                                                   0→0 1→1 6→6 700→700 450→450 600→600 504→504
// 0 true rotations: bad data; 0 true window: bad data; 0 true window: bad data; 0 true rotations: bad data;
// 0 true rotations: bad data; 0 true window: bad data; 0 true window: bad data; 0 true rotations: bad data;
// 0 true rotations: bad data; 0 false window: runtime error: index out of range [-1]; 0 false window: runtime error: index out of range [-1]; 0 true rotations: bad data;
// 0 true rotations: bad data; 0 false window: runtime error: index out of range [-200]; 0 false window: runtime error: index out of range [-200]; 0 true rotations: bad data;
// 0 true rotations: bad data; 0 true window: bad data; 0 true window: bad data; 0 true runs at 0: bad data;
// 0 true rotations: bad data; 0 false window: runtime error: index out of range [-1]; 0 false window: runtime error: index out of range [-1]; 0 true rotations: bad data;
