// fmt, sort, slices and time on random operands: the checksum is that of what Go prints.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"math/rand"
	"slices"
	"sort"
	"strings"
	"time"
	"unicode/utf16"
)

type S string

func (s S) String() string { return "S:" + string(s) }

type E int

func (e E) Error() string { return "E!" }

type G struct{ a int }

func (G) GoString() string { return "G!!" }

type inner struct {
	Pub  S
	priv S
}
type Emb struct {
	inner
	Z G
}
type V struct {
	A int
	b S
	C any
	s S
}
type B []byte

func (B) String() string { return "bytes" }

type U8 uint8

func (U8) String() string { return "u8" }

type Bad struct{}

func (Bad) String() string { panic("oops") }

// sum keeps a checksum of what is written to it.
type sum uint64

func (s *sum) Write(p []byte) (int, error) {
	for _, b := range p {
		*s = (*s ^ sum(b)) * 1099511628211
	}
	return len(p), nil
}

var all sum = 14695981039346656037

func main() {
	r := rand.New(rand.NewSource(3))
	vs := []any{1, -5, uint8(200), "hi", "a\"b", 3.14159, 2 + 3i, true, nil, 'x', []int{1, 2}, []string{"a", "b"}, []byte("xyz"), [3]byte{1, 2, 3}, S("s"), V{1, "z", S("c"), "q"}, &V{1, "z", nil, "q"}, E(3), G{7}, []G{{1}, {2}}, Bad{}, []any{1, "a", nil, E(2), S("t")}, map[string]any{"b": nil, "a": S("x"), "c": []E{1}}, Emb{inner{"p", "q"}, G{1}}, [3]S{"a", "b", "c"}, map[S]E{"k": 2, "a": 1}, B("hey"), []U8{1, 2}, [2]U8{1, 2}, time.Second * 90, []time.Duration{1, 2}, map[E]int{3: 1, 1: 2}, struct {
		E error
		S fmt.Stringer
	}{nil, S("x")}, &[]S{"q"}, &map[S]S{"a": "b"}, &[2]E{1, 2}, []error{nil, E(1)}, []any(nil), map[string]S(nil), []S(nil), []S{}, float32(0.1), uintptr(77), int8(-3), 1e21, 1e-7, []float64{1.5, 2}, [][]S{{"a"}, nil}, struct{}{}, &struct{ S S }{"x"}, []Bad{{}}, B(nil), map[[2]int]bool{{1, 2}: true, {0, 5}: false}, map[bool]string{true: "t", false: "f"}, map[any]int{"a": 1, 2: 2, 1.5: 3, S("z"): 4}, map[float64]int{1.5: 1, -2: 2}}
	for n := 0; n < 600; n++ {
		var f strings.Builder
		var args []any
		for k := r.Intn(3); k >= 0; k-- {
			switch r.Intn(12) {
			case 0:
				f.WriteString("text ")
			case 1:
				f.WriteString("%%")
			}
			f.WriteByte('%')
			for r.Intn(3) == 0 {
				f.WriteByte("+-# 0"[r.Intn(5)])
			}
			switch r.Intn(14) {
			case 0:
				f.WriteString("[1]")
			case 1:
				f.WriteString("[2]")
			case 2:
				f.WriteString("*")
				args = append(args, r.Intn(20)-5)
			case 3:
				f.WriteString("[9]")
			case 5, 6, 7:
				fmt.Fprint(&f, r.Intn(15))
			}
			switch r.Intn(10) {
			case 0:
				f.WriteString(".*")
				args = append(args, r.Intn(6)-1)
			case 1, 2:
				fmt.Fprintf(&f, ".%d", r.Intn(6))
			}
			f.WriteByte("vvvvvvvvvvsdqxXTtbcoOUeEfFgG!y"[r.Intn(30)])
			args = append(args, vs[r.Intn(len(vs))])
		}
		if r.Intn(5) == 0 {
			args = args[1:]
		}
		out := fmt.Sprintf(f.String(), args...)
		if !strings.Contains(out, "0x7") && !strings.Contains(out, "0xc") && !strings.Contains(out, "0x3") && !strings.Contains(out, "0x2") && !strings.Contains(out, "0x1") {
			fmt.Fprintf(&all, "%q %s\n", f.String(), out)
		}
	}
	for n := 0; n < 20; n++ {
		l := r.Intn(400)
		type kv struct{ k, v int }
		a := make([]kv, l)
		for i := range a {
			a[i] = kv{r.Intn(l/3 + 1), i}
		}
		b := slices.Clone(a)
		sort.Slice(a, func(i, j int) bool { return a[i].k < a[j].k })
		slices.SortFunc(b, func(x, y kv) int { return cmp.Compare(x.k, y.k) })
		fmt.Fprintln(&all, a, b)
		sort.SliceStable(b, func(i, j int) bool { return b[i].v%7 < b[j].v%7 })
		slices.SortStableFunc(a, func(x, y kv) int { return cmp.Compare(x.k%5, y.k%5) })
		fmt.Fprintln(&all, a, b)
	}
	var zones []*time.Location
	for i := range 7 {
		zones = append(zones, time.FixedZone([]string{"", "ABC", "XYZ"}[i%3], i*i*1234-20000))
	}
	for n := 0; n < 150; n++ {
		t := time.Unix(r.Int63n(6e9)-1e9, r.Int63n(1e9)).In(zones[r.Intn(len(zones))])
		fmt.Fprintln(&all, t, t.Format(time.RFC1123Z), t.Format("Jan _2 3:04:05.999PM 06 MST 002"), t.Unix(), t.Weekday(), t.YearDay())
		w, err := time.Parse(time.RFC3339Nano, t.Format(time.RFC3339Nano))
		fmt.Fprintln(&all, w.Equal(t), err, t.Truncate(time.Hour*24), t.Round(time.Duration(r.Int63n(1e13))), t.AddDate(0, r.Intn(30), r.Intn(300)), t.Add(time.Duration(r.Int63())))
		d := time.Duration(r.Int63() >> uint(r.Intn(60)))
		e, err := time.ParseDuration(d.String())
		fmt.Fprintln(&all, d, e == d, err, d.Round(time.Second), d.Hours())
	}
	var in bytes.Buffer
	for n := 0; n < 200; n++ {
		fmt.Fprint(&in, r.Intn(1000), " ", r.Float64(), " w", r.Intn(10), "\n")
	}
	rd := bufio.NewReader(&in)
	sum, fs, ws := 0, 0.0, ""
	for {
		var i int
		var f float64
		var w string
		k, err := fmt.Fscan(rd, &i, &f, &w)
		if err != nil {
			fmt.Fprintln(&all, k, err)
			break
		}
		sum += i
		fs += f
		ws += w
	}
	fmt.Fprintln(&all, sum, fs, len(ws))
	var a, b int
	var c rune
	var s string
	fmt.Fprint(&all, fmt.Sprintln(fmt.Sscanf("12:34-x abc", "%d:%d-%c %s", &a, &b, &c, &s)))
	fmt.Fprintln(&all, a, b, c, s)
	fmt.Fprint(&all, fmt.Sprintln(fmt.Sscanf("ff 077 1e3", "%x %o %v", &a, &b, &s)))
	fmt.Fprintln(&all, a, b, s, utf16.Encode([]rune("a😀")), string(utf16.Decode([]uint16{97, 0xd83d, 0xde00})))
	fmt.Println(uint64(all))
}

// NoStress: it makes very many small objects
// Output:
// 2590692461663887850
