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
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		fmt.Printf("%q", record)
		for i := range record {
			line, column := r.FieldPos(i)
			fmt.Print(" ", line, ":", column)
		}
		fmt.Print(" to ", r.InputOffset())
		if err != nil {
			var pe *csv.ParseError
			fmt.Print(" ", err, " ", errors.As(err, &pe))
			if pe != nil {
				fmt.Print(" ", pe.StartLine, pe.Line, pe.Column)
			}
			if !errors.Is(err, csv.ErrFieldCount) {
				fmt.Println()
				break
			}
		}
		fmt.Println()
	}
	fmt.Println("--")
}

func main() {
	read("name,age\nAda,36\n\"Grace \"\"Amazing\"\" Hopper\",85\r\n\"two\nlines\",\"a,b\"\n", nil)
	read("a,b,c\nd,e\nf,g,h,i\n", nil)
	read("a,b,c\nd,e\n\n\nf\n", func(r *csv.Reader) { r.FieldsPerRecord = -1 })
	read("# note\na; b ;\"c;d\"\n#x\n; ;\n", func(r *csv.Reader) { r.Comma, r.Comment, r.TrimLeadingSpace = ';', '#', true })
	read("a\tb\t\"c \"quoted\" d\"\tx\"y\n", func(r *csv.Reader) { r.Comma, r.LazyQuotes = '\t', true })
	read("ä§ö§\"ü\"\n", func(r *csv.Reader) { r.Comma = '§' })
	read("a,b\"c,d\n", nil)
	read("ok,1\n\"a\nb\"x,2\n", nil)
	read("\"never closed,\nat all", nil)
	read("\"never closed\n", func(r *csv.Reader) { r.LazyQuotes = true })
	read("last,line\r", nil)
	read("\"\",,\"\"\n,\n", func(r *csv.Reader) { r.FieldsPerRecord = -1 })
	read("x", func(r *csv.Reader) { r.Comma = '"' })
	read("  a ,  \"b\" ,c\n", func(r *csv.Reader) { r.TrimLeadingSpace = true })
	read("long,"+strings.Repeat("x", 10)+","+strings.Repeat("y", 20)+"\n", func(r *csv.Reader) { r.ReuseRecord = true })
	big := csv.NewReader(strings.NewReader(strings.Repeat("z", 9000) + ",\"" + strings.Repeat("q\n", 3000) + "\"\n1,2\n"))
	all, err := big.ReadAll()
	fmt.Println(len(all), len(all[0][0]), len(all[0][1]), all[1], err)
	all, err = csv.NewReader(strings.NewReader("a,b\nc\n")).ReadAll()
	fmt.Println(all, err)

	w := csv.NewWriter(os.Stdout)
	rows := [][]string{{"plain", "with space", " leading"}, {"comma,inside", "quote\"inside", "line\nbreak"}, {"", `\.`, "tab\t"}, {}, {"\r\n"}}
	fmt.Println(w.WriteAll(rows), w.Error())
	w.Comma, w.UseCRLF = ';', true
	for _, row := range rows {
		w.Write(row)
	}
	w.Flush()
	w.Comma = '\n'
	fmt.Println(w.Write(rows[0]))
	defer func() { fmt.Println(recover()) }()
	big.FieldPos(9)
}

// Output:
// ["name" "age"] 1:1 1:6 to 9
// ["Ada" "36"] 2:1 2:5 to 16
// ["Grace \"Amazing\" Hopper" "85"] 3:1 3:28 to 47
// ["two\nlines" "a,b"] 4:1 5:8 to 65
// --
// ["a" "b" "c"] 1:1 1:3 1:5 to 6
// ["d" "e"] 2:1 2:3 to 10 record on line 2: wrong number of fields true 2 2 1
// ["f" "g" "h" "i"] 3:1 3:3 3:5 3:7 to 18 record on line 3: wrong number of fields true 3 3 1
// --
// ["a" "b" "c"] 1:1 1:3 1:5 to 6
// ["d" "e"] 2:1 2:3 to 10
// ["f"] 5:1 to 14
// --
// ["a" "b " "c;d"] 2:1 2:4 2:7 to 19
// ["" "" ""] 4:1 4:3 4:4 to 26
// --
// ["a" "b" "c \"quoted\" d" "x\"y"] 1:1 1:3 1:5 1:20 to 23
// --
// ["ä" "ö" "ü"] 1:1 1:5 1:9 to 13
// --
// ["a"] 1:1 to 8 parse error on line 1, column 4: bare " in non-quoted-field true 1 1 4
// --
// ["ok" "1"] 1:1 1:4 to 5
// [] to 14 record on line 2; parse error on line 3, column 2: extraneous or missing " in quoted-field true 2 3 2
// --
// [] to 21 record on line 1; parse error on line 2, column 7: extraneous or missing " in quoted-field true 1 2 7
// --
// ["never closed\n"] 1:1 to 14
// --
// ["last" "line"] 1:1 1:6 to 10
// --
// ["" "" ""] 1:1 1:4 1:5 to 7
// ["" ""] 2:1 2:2 to 9
// --
// [] to 0 csv: invalid field or comment delimiter false
// --
// ["a "] 1:3 to 14 parse error on line 1, column 10: extraneous or missing " in quoted-field true 1 1 10
// --
// ["long" "xxxxxxxxxx" "yyyyyyyyyyyyyyyyyyyy"] 1:1 1:6 1:17 to 37
// --
// 2 9000 6000 [1 2] <nil>
// [] record on line 2: wrong number of fields
// plain,with space," leading"
// "comma,inside","quote""inside","line
// break"
// ,"\.",tab
//
// "
// "
// <nil> <nil>
// plain;with space;" leading"
// comma,inside;"quote""inside";"line
// break"
// ;"\.";tab	
// 
// "
// "
// csv: invalid field or comment delimiter
// out of range index passed to FieldPos
