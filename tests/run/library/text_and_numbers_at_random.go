// strings, strconv, unicode and fmt on random operands: the checksum is that of what Go prints.
package main

import (
	"fmt"
	"math"
	"math/rand"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var r = rand.New(rand.NewSource(99))

func gen(n int) string {
	var b strings.Builder
	for k := r.Intn(n); k > 0; k-- {
		switch r.Intn(12) {
		case 0:
			b.WriteByte(byte(r.Intn(256)))
		case 1:
			b.WriteRune(rune(r.Intn(0x3000)))
		case 2:
			b.WriteRune(rune(r.Intn(0x11000)))
		case 3:
			b.WriteString([]string{"é", "ß", "ǅ", "İ", "ı", "K", "ſ", "世", " ", "\n", "\"", "\\", "`", "'", "\u2028", "\ufeff", "\u200b", "\U0001F600"}[r.Intn(18)])
		default:
			b.WriteByte("abcABC, 12\t"[r.Intn(11)])
		}
	}
	return b.String()
}

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
	for i := 0; i < 300; i++ {
		s, t := gen(14), gen(4)
		u := s
		if len(s) > 2 {
			u = s[1 : 1+r.Intn(len(s)-1)]
		}
		fmt.Fprintf(&all, "%q %q %d %d %d %d %d %v\n", s, t, strings.Index(s, u), strings.LastIndex(s, t), strings.Count(s, t), strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.EqualFold(s, strings.ToUpper(s)))
		fmt.Fprintf(&all, "%q %q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.Title(s), strings.ToTitle(s), strings.ToValidUTF8(s, t))
		fmt.Fprintf(&all, "%q %q %q %q\n", strings.Split(s, t), strings.SplitAfterN(s, t, r.Intn(4)), strings.Fields(s), strings.FieldsFunc(s, unicode.IsLower))
		fmt.Fprintf(&all, "%q %q %q %q\n", strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimSpace(s))
		fmt.Fprintf(&all, "%q %q\n", strings.Replace(s, t, u, r.Intn(4)-1), strings.NewReplacer(t, "X", "a", "bb", u, "-", "A", "").Replace(s))
		fmt.Fprintln(&all, strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		fmt.Fprint(&all, fmt.Sprintln(strconv.Unquote(t)))
		x, err := strconv.Unquote("\"" + s + "\"")
		fmt.Fprintf(&all, "%q %v\n", x, err)
		fmt.Fprintf(&all, "%v %x %X % x %+q %#q %q %s %.3s|%10s|%-10.2q|%#v %U\n", s, s, s, s, s, s, []rune(s), []byte(s), s, t, s, s, []rune(t))
		fmt.Fprintln(&all, utf8.ValidString(s), utf8.RuneCountInString(s), []rune(s), []byte(s))
		for _, c := range t {
			fmt.Fprint(&all, unicode.IsLetter(c), unicode.IsUpper(c), unicode.IsPunct(c), unicode.IsSymbol(c), unicode.IsPrint(c), unicode.IsGraphic(c), unicode.IsMark(c), unicode.IsNumber(c), unicode.IsTitle(c), unicode.SimpleFold(c), unicode.In(c, unicode.Latin, unicode.Cyrillic), unicode.Is(unicode.White_Space, c))
		}
		a, n := utf8.DecodeLastRuneInString(s)
		fmt.Fprintln(&all, a, n, utf8.FullRuneInString(t))
	}
	for i := 0; i < 400; i++ {
		f := math.Float64frombits(r.Uint64())
		switch r.Intn(4) {
		case 0:
			f = r.NormFloat64()
		case 1:
			f = float64(r.Intn(1e6)) / 1000
		case 2:
			f = float64(r.Int63()) * math.Pow(10, float64(r.Intn(20)-10))
		}
		p := r.Intn(25) - 1
		c := "eEfgGbxX"[r.Intn(8)]
		s := strconv.FormatFloat(f, c, p, 64)
		g, err := strconv.ParseFloat(s, 64)
		h, err2 := strconv.ParseFloat(s, 32)
		fmt.Fprintln(&all, s, g, err, h, err2, strconv.FormatFloat(f, c, p, 32), f, float32(f), complex(f, -f))
		ff := "%" + []string{"", "+", "-", "0", " ", "#", "+0", "-+", "#0"}[r.Intn(9)] + []string{"", "5", "12", "20"}[r.Intn(4)] + []string{"", ".0", ".3", ".10"}[r.Intn(4)] + string("vvvefgGxXeFb"[r.Intn(12)]) + "\n"
		fmt.Fprintf(&all, ff, f)
		fmt.Fprintf(&all, ff, float32(f))
		fmt.Fprintf(&all, ff, complex(f, 1))
		n := int64(r.Uint64()) >> uint(r.Intn(64))
		fi := "%" + []string{"", "+", "-", "0", " ", "#", "+0", "-+", "#0", " #"}[r.Intn(10)] + []string{"", "5", "12", "25"}[r.Intn(4)] + []string{"", ".0", ".3", ".20"}[r.Intn(4)] + string("vdxXobOcqUTst"[r.Intn(13)]) + "\n"
		fmt.Fprintf(&all, fi, n)
		fmt.Fprintf(&all, fi, uint8(n))
		fmt.Fprintf(&all, fi, []int64{n, 0})
		fmt.Fprintf(&all, fi, struct {
			A int
			b string
			c *int
		}{int(n), "x", nil})
		fmt.Fprintln(&all, strconv.FormatInt(n, 2+r.Intn(35)))
		d := gen(3) + strconv.Itoa(int(n)) + gen(2)
		fmt.Fprint(&all, fmt.Sprintln(strconv.ParseInt(d, r.Intn(37), r.Intn(65))))
		fmt.Fprint(&all, fmt.Sprintln(strconv.ParseFloat(d, 64)))
	}
	fmt.Println(uint64(all))
}

// NoStress: it makes very many small objects
// Output:
// 8276306319202817117
