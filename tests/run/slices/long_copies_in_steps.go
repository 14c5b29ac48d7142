// Copies, appends, conversions and concatenations of several megabytes are made in steps, between which others run: ranges
// that overlap, slices appended to themselves, strings, runes, large arrays; and a goroutine that counts meanwhile.
package main

import (
	"bytes"
	"fmt"
	"strings"
	"sync/atomic"
)

const mb = 1 << 20

type large struct {
	a [3 * mb / 8]int
	s string
}

func fill(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(i*7 + i>>8)
	}
	return b
}

func same(name string, ok bool) {
	if !ok {
		fmt.Println("wrong:", name)
	}
}

func overlaps(from, to, n int) {
	b := fill(5 * mb)
	want := bytes.Clone(b)
	piece := bytes.Clone(b[from : from+n])
	for i, c := range piece {
		want[to+i] = c
	}
	k := copy(b[to:to+n], b[from:from+n])
	same(fmt.Sprint("overlap ", from, to, n), k == n && bytes.Equal(b, want))
}

func main() {
	var ticks atomic.Int64
	stop := make(chan bool)
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
				ticks.Add(1)
			}
		}
	}()

	overlaps(0, 1, 4*mb)
	overlaps(1, 0, 4*mb)
	overlaps(0, mb+3, 3*mb+5)
	overlaps(mb+3, 0, 3*mb+5)
	overlaps(17, 17, 2*mb)
	overlaps(0, 3*mb, 2*mb)

	// In place, moving down over itself, and up; then by growing, from itself.
	b := fill(4 * mb)
	b = append(b[:1], b[3:]...)
	same("deleted", len(b) == 4*mb-2 && b[1] == fill(4)[3] && cap(b) >= 4*mb)
	b = append(b[:0:0], b...)
	n := len(b)
	b = append(b, b...)
	same("doubled", len(b) == 2*n && bytes.Equal(b[:n], b[n:]))
	b = append(b, "tail"...)
	same("tail", string(b[2*n:]) == "tail")
	one := make([]string, mb/4, mb/4)
	one[0], one[len(one)-1] = "first", "last"
	one = append(one, "more")
	same("strings", one[0] == "first" && one[mb/4-1] == "last" && one[mb/4] == "more" && one[7] == "")
	pairs := make([][2]string, mb/8)
	pairs[5] = [2]string{"a", "b"}
	copy(pairs[3:], pairs)
	same("pairs", pairs[8][1] == "b" && pairs[5][0] == "")

	// Strings.
	s := string(b)
	same("to string", len(s) == len(b) && s[n] == b[n])
	t := s + s[:mb] + "x"
	t += t
	same("joined", len(t) == 2*(len(s)+mb+1) && t[len(s)+mb] == 'x' && strings.HasSuffix(t, s[:mb]+"x"))
	back := []byte(t)
	same("to bytes", len(back) == len(t) && cap(back) >= len(t) && string(back) == t)
	k := copy(back[5:], t)
	same("copied", k == len(back)-5 && string(back[5:]) == t[:k])
	u := strings.Repeat("aé世\xff🎉", mb/4)
	r := []rune(u)
	same("runes", len(r) == 5*mb/4 && r[3] == 0xFFFD && r[len(r)-1] == '🎉')
	v := string(r)
	same("from runes", len(v) == len(u)+2*mb/4 && v[:3] == "aé" && strings.HasSuffix(v, "\uFFFD🎉"))

	// Clearing and large values.
	clear(back[1 : len(back)-1])
	same("cleared", back[0] == t[0] && bytes.Count(back, []byte{0}) >= len(back)-2)
	x := new(large)
	x.a[9], x.s = 9, "nine"
	y := *x
	z := &y
	y.a[9] = 10
	w := []large{*x, *z}
	*x = large{}
	same("values", x.s == "" && x.a[9] == 0 && w[0].a[9] == 9 && w[1].a[9] == 10 && w[1].s == "nine")
	var any1 any = w[0]
	w[0].a[9] = 11
	same("boxed", any1.(large).a[9] == 9)

	close(stop)
	fmt.Println("done", ticks.Load() > 0)
}

// Output:
// done true
