// Encoder, Decoder, tokens, embedded structs, layouts of text.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
)

type Base struct {
	ID   int    `json:"id"`
	Kind string `json:"kind,omitempty"`
}
type Mid struct {
	*Base
	Name string
	X    int `json:"x"`
}
type Top struct {
	Mid
	Name string `json:"name"`
	X    string
	skip int
	Tags map[string][]string `json:"tags,omitempty"`
	Next *Top                `json:"next,omitempty"`
}
type Color int

func (c Color) MarshalText() ([]byte, error) { return []byte([]string{"red", "green"}[c]), nil }
func (c *Color) UnmarshalText(b []byte) error {
	switch string(b) {
	case "red":
		*c = 0
	case "green":
		*c = 1
	default:
		return fmt.Errorf("no color %q", b)
	}
	return nil
}

type Money struct{ Cents int }

func (m Money) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(`{"c": %d}`, m.Cents)), nil }
func (m *Money) UnmarshalJSON(b []byte) error {
	var x struct{ C int }
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	m.Cents = x.C
	return nil
}

func main() {
	top := Top{Mid: Mid{&Base{1, ""}, "mid", 5}, Name: "<top>", Tags: map[string][]string{"b": {"x"}, "a": nil}}
	b, err := json.Marshal(top)
	fmt.Println(string(b), err)
	var back Top
	err = json.Unmarshal([]byte(`{"id":7,"kind":"k","Name":"m","name":"n","x":3,"X":"s","tags":{"q":["1","2"]},"next":{"id":8},"unknown":[{}]}`), &back)
	fmt.Println(back.ID, back.Kind, back.Mid.Name, back.Name, back.Mid.X, back.X, back.Tags, back.Next.ID, err)
	enc := json.NewEncoder(os.Stdout)
	enc.Encode(map[string]any{"html": "<a href='x'>&</a>", "n": 1.5, "list": []any{1, "two", nil, true}})
	enc.SetEscapeHTML(false)
	enc.SetIndent(">", "\t")
	enc.Encode(map[string]any{"html": "<a>", "e": []int{}, "o": struct{}{}, "m": map[string]int{"k": 1}})
	fmt.Println(enc.Encode(make(chan int)))

	dec := json.NewDecoder(strings.NewReader(`{"a":1} [1,2]  "s" 12 34 null {"a":`))
	for {
		var v any
		err := dec.Decode(&v)
		fmt.Println(v, err, dec.InputOffset())
		if err != nil {
			break
		}
	}
	dec = json.NewDecoder(strings.NewReader(` {"k": [1, "x", {"y": null}], "z": true} [ ] `))
	for {
		t, err := dec.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T %v more=%t off=%d\n", t, t, dec.More(), dec.InputOffset())
	}
	dec = json.NewDecoder(strings.NewReader(`[{"id":1},{"id":2}] tail`))
	dec.Token()
	for dec.More() {
		var x Base
		fmt.Println(dec.Decode(&x), x)
	}
	fmt.Println(dec.Token())
	rest, _ := io.ReadAll(dec.Buffered())
	fmt.Printf("%q\n", rest)
	for _, s := range []string{`{"id":1,"nope":2}`, `{"id":"x"}`, `{"id":1`, `x`} {
		dec = json.NewDecoder(strings.NewReader(s))
		dec.DisallowUnknownFields()
		var x Base
		fmt.Println(dec.Decode(&x), x)
	}
	dec = json.NewDecoder(strings.NewReader(`[1, 2.50, 12345678901234567890]`))
	dec.UseNumber()
	var nums any
	fmt.Println(dec.Decode(&nums), nums)
	fmt.Printf("%T\n", nums.([]any)[0])
	for _, s := range []string{`[1 2]`, `{"a" 1}`, `{1:2}`, `[1,]`, `{"a":1 "b":2}`, `]`, `[1`, `{"a"`, `:`} {
		dec = json.NewDecoder(strings.NewReader(s))
		for {
			t, err := dec.Token()
			if err != nil {
				fmt.Println(s, err)
				break
			}
			fmt.Print(t, " ")
		}
	}

	var cs struct {
		C  Color
		M  map[Color]Money
		L  []Money
		P  *Money
		R  json.RawMessage
		A  [2]Color
		I  any
		By []byte
		F  float32
	}
	cs.M = map[Color]Money{1: {5}, 0: {6}}
	cs.L = []Money{{1}, {2}}
	cs.R = json.RawMessage(`[ 1,2 ]`)
	cs.I = &Money{9}
	cs.By = []byte{0, 255}
	cs.F = 3.4e38
	b, err = json.Marshal(cs)
	fmt.Println(string(b), err)
	cs.I = nil
	err = json.Unmarshal([]byte(`{"C":"green","M":{"red":{"c":3}},"L":[{"c":4}],"P":{"c":5},"R":{"raw": [1]},"A":["green"],"I":{"x":1},"By":"/wA=","F":1e-3}`), &cs)
	fmt.Println(cs.C, cs.M, cs.L, *cs.P, string(cs.R), cs.A, cs.I, cs.By, cs.F, err)
	fmt.Println(json.Unmarshal([]byte(`{"C":"blue"}`), &cs))
	fmt.Println(json.Unmarshal([]byte(`{"L":[{"c":"x"}]}`), &cs))

	var buf bytes.Buffer
	fmt.Println(json.Indent(&buf, []byte(`{"a":[1,2,{}],"b":[],"c":{"d":"e,:{"}}`), "--", "  "), buf.String())
	buf.Reset()
	fmt.Println(json.Compact(&buf, []byte(" { \"a\" : [ 1 , 2 ] , \"s\" : \" x \\\" \" } ")), buf.String())
	fmt.Println(json.Compact(&buf, []byte("{")), json.Indent(&buf, []byte("[1,"), "", " "))
	buf.Reset()
	json.HTMLEscape(&buf, []byte(`{"x":"<b>&"}`))
	fmt.Println(buf.String(), json.Valid([]byte(`{}`)), json.Valid([]byte(`{`)))
	b, _ = json.MarshalIndent([]any{map[string]any{"a": 1, "b": []int{1}}, []int{}, nil}, "", "    ")
	fmt.Println(string(b))
	n := json.Number("12.5")
	f, _ := n.Float64()
	_, err = n.Int64()
	fmt.Println(n, f, err)
	var p struct {
		A int
		B *string
		C []int
		D map[string]int
	}
	p.A, p.C = 5, []int{9, 9, 9}
	fmt.Println(json.Unmarshal([]byte(`{"a":null,"B":null,"C":[1],"D":null}`), &p), p)
	var inter fmt.Stringer
	fmt.Println(json.Unmarshal([]byte(`null`), &inter), inter)
	var arr [3]int
	fmt.Println(json.Unmarshal([]byte(`[1,2,3,4,5]`), &arr), arr)
	var deep any
	fmt.Println(json.Unmarshal([]byte(strings.Repeat("[", 100)+strings.Repeat("]", 100)), &deep))
	var mm map[string]map[string]int
	fmt.Println(json.Unmarshal([]byte(`{"a":{"b":1},"c":null}`), &mm), mm)
	var sm = map[string]int{"keep": 1}
	fmt.Println(json.Unmarshal([]byte(`{"new":2}`), &sm), sm)
}

// Output:
// {"id":1,"Name":"mid","x":5,"name":"\u003ctop\u003e","X":"","tags":{"a":null,"b":["x"]}} <nil>
// 7 k m n 3 s map[q:[1 2]] 8 <nil>
// {"html":"\u003ca href='x'\u003e\u0026\u003c/a\u003e","list":[1,"two",null,true],"n":1.5}
// {
// >	"e": [],
// >	"html": "<a>",
// >	"m": {
// >		"k": 1
// >	},
// >	"o": {}
// >}
// json: unsupported type: chan int
// map[a:1] <nil> 7
// [1 2] <nil> 13
// s <nil> 18
// 12 <nil> 21
// 34 <nil> 24
// <nil> <nil> 29
// <nil> unexpected EOF 29
// json.Delim { more=true off=2
// string k more=true off=5
// json.Delim [ more=true off=8
// float64 1 more=true off=9
// string x more=true off=14
// json.Delim { more=true off=17
// string y more=true off=20
// <nil> <nil> more=false off=26
// json.Delim } more=false off=27
// json.Delim ] more=true off=28
// string z more=true off=33
// bool true more=false off=39
// json.Delim } more=true off=41
// json.Delim [ more=false off=43
// json.Delim ] more=false off=44
// EOF
// <nil> {1 }
// <nil> {2 }
// ] <nil>
// " tail"
// json: unknown field "nope" {1 }
// json: cannot unmarshal string into Go struct field Base.id of type int {0 }
// unexpected EOF {0 }
// invalid character 'x' looking for beginning of value {0 }
// <nil> [1 2.50 12345678901234567890]
// json.Number
// [ 1 [1 2] invalid character '2' after array element
// { a {"a" 1} invalid character '1' after object key
// { {1:2} object member name must be a string
// [ 1 [1,] invalid character ',' looking for beginning of value
// { a 1 {"a":1 "b":2} invalid character '"' after object key:value pair
// ] invalid character ']' looking for beginning of value
// [ 1 [1 EOF
// { a {"a" EOF
// : invalid character ':' looking for beginning of value
// {"C":"red","M":{"green":{"c":5},"red":{"c":6}},"L":[{"c":1},{"c":2}],"P":null,"R":[1,2],"A":["red","red"],"I":{"c":9},"By":"AP8=","F":3.4e+38} <nil>
// 1 map[0:{3} 1:{5}] [{4}] {5} {"raw": [1]} [1 0] map[x:1] [255 0] 0.001 <nil>
// no color "blue"
// json: cannot unmarshal string into Go struct field .c of type int
// <nil> {
// --  "a": [
// --    1,
// --    2,
// --    {}
// --  ],
// --  "b": [],
// --  "c": {
// --    "d": "e,:{"
// --  }
// --}
// <nil> {"a":[1,2],"s":" x \" "}
// unexpected end of JSON input unexpected end of JSON input
// {"x":"\u003cb\u003e\u0026"} true false
// [
//     {
//         "a": 1,
//         "b": [
//             1
//         ]
//     },
//     [],
//     null
// ]
// 12.5 12.5 strconv.ParseInt: parsing "12.5": invalid syntax
// <nil> {5 <nil> [1] map[]}
// <nil> <nil>
// <nil> [1 2 3]
// <nil>
// <nil> map[a:map[b:1] c:map[]]
// <nil> map[keep:1 new:2]
