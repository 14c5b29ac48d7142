package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

func read(text string, set func(*csv.Reader)) {
	r := csv.NewReader(strings.NewReader(text))
	if set != nil {
		set(r)
	}
	fmt.Printf("%q\n", text)
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		fmt.Printf("  %q at %d", record, r.InputOffset())
		for i := range record {
			line, column := r.FieldPos(i)
			fmt.Printf(" %d:%d", line, column)
		}
		fmt.Println()
		if err != nil {
			var p *csv.ParseError
			fmt.Println(" ", err, errors.As(err, &p), errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrFieldCount))
			if !errors.Is(err, csv.ErrFieldCount) {
				break
			}
		}
	}
}

func main() {
	read("a,b,c\n1,\"two, 2\",3\r\n\n\"multi\nline\",\"say \"\"hi\"\"\",\n", nil)
	read("a,b\nc\nd,e,f\n", nil)
	read("a,b\nc\n", func(r *csv.Reader) { r.FieldsPerRecord = -1 })
	read("a b\" c,d", nil)
	read("x\n\"a\nb\"c,d", nil)
	read("\"open\nnever closed", nil)
	read("a \"word\",\"1\"2\",a\"\n\"open", func(r *csv.Reader) { r.LazyQuotes = true; r.FieldsPerRecord = -1 })
	read("# comment\n a;\t b;\"c\"\n#not;this\n", func(r *csv.Reader) { r.Comma, r.Comment, r.TrimLeadingSpace = ';', '#', true })
	read("äλbλ\"cλ\"\n", func(r *csv.Reader) { r.Comma = 'λ' })
	read("a,b", func(r *csv.Reader) { r.Comma = '\n' })

	w := csv.NewWriter(os.Stdout)
	w.Write([]string{"plain", "", " leading", "com,ma", "quo\"te", "li\nne", `\.`, "é"})
	w.UseCRLF, w.Comma = true, '|'
	w.Write([]string{"a|b", "c\nd", "e,f"})
	fmt.Println(w.WriteAll([][]string{{"x"}, {}, {"", ""}}), w.Error())
	w.Comma = '"'
	fmt.Println(w.Write(nil))

	all, err := csv.NewReader(strings.NewReader("a,b\nc,d\n")).ReadAll()
	fmt.Println(all, err)
	r := csv.NewReader(strings.NewReader("a,b\nc,d\n"))
	r.ReuseRecord = true
	first, _ := r.Read()
	second, _ := r.Read()
	fmt.Println(first, second, &first[0] == &second[0])
	defer func() { fmt.Println(recover()) }()
	r.FieldPos(2)
}

// Output:
// "a,b,c\n1,\"two, 2\",3\r\n\n\"multi\nline\",\"say \"\"hi\"\"\",\n"
//   ["a" "b" "c"] at 6 1:1 1:3 1:5
//   ["1" "two, 2" "3"] at 20 2:1 2:3 2:12
//   ["multi\nline" "say \"hi\"" ""] at 48 4:1 5:7 5:20
// "a,b\nc\nd,e,f\n"
//   ["a" "b"] at 4 1:1 1:3
//   ["c"] at 6 2:1
//   record on line 2: wrong number of fields true false true
//   ["d" "e" "f"] at 12 3:1 3:3 3:5
//   record on line 3: wrong number of fields true false true
// "a,b\nc\n"
//   ["a" "b"] at 4 1:1 1:3
//   ["c"] at 6 2:1
// "a b\" c,d"
//   [] at 8
//   parse error on line 1, column 4: bare " in non-quoted-field true false false
// "x\n\"a\nb\"c,d"
//   ["x"] at 2 1:1
//   [] at 10
//   record on line 2; parse error on line 3, column 2: extraneous or missing " in quoted-field true true false
// "\"open\nnever closed"
//   [] at 18
//   record on line 1; parse error on line 2, column 13: extraneous or missing " in quoted-field true true false
// "a \"word\",\"1\"2\",a\"\n\"open"
//   ["a \"word\"" "1\"2" "a\""] at 18 1:1 1:10 1:16
//   ["open"] at 23 2:1
// "# comment\n a;\t b;\"c\"\n#not;this\n"
//   ["a" "b" "c"] at 21 2:2 2:6 2:8
// "äλbλ\"cλ\"\n"
//   ["ä" "b" "cλ"] at 13 1:1 1:5 1:8
// "a,b"
//   [] at 0
//   csv: invalid field or comment delimiter false false false
// plain,," leading","com,ma","quo""te","li
// ne","\.",é
// "a|b"|"c
// d"|e,f
// x
//
// |
// <nil> <nil>
// csv: invalid field or comment delimiter
// [[a b] [c d]] <nil>
// [c d] [c d] true
// out of range index passed to FieldPos
