// What Marshal and Unmarshal make of values of many types, and their errors.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
)

type P struct {
	A int
	b string
	C *P `json:"c,omitempty"`
	D map[string]any
	E []int
	F any     `json:"-"`
	G float64 `json:",string"`
}

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Printf("%s | %v | %T\n", b, err, err)
}
func un(s string, p any) {
	err := json.Unmarshal([]byte(s), p)
	back, _ := json.Marshal(p)
	fmt.Printf("%s | %v | %T\n", back, err, err)
}
func main() {
	show(P{A: 1, C: &P{}})
	show(math.NaN())
	show(make(chan int))
	show(map[bool]int{true: 1})
	show("<a>&\u2028\x00\xff\"\\\n\t\x7f\b\f")
	show([]byte("abc"))
	show(map[int]string{2: "b", 1: "a", 10: "c"})
	show(1e21)
	show(1e-7)
	show(float32(0.1))
	show(100000000.0)
	show(func() {})
	show(errors.New("x"))
	show(json.RawMessage(`{"a" : 1 }`))
	show(json.RawMessage(`{`))
	show(json.Number("12x"))
	var p P
	un(`{"A": "x"}`, &p)
	un(`{"A": 1.5}`, &p)
	un(`{"A": 1, "c": {"A": 300, "D": [1]}}`, &p)
	un(`{"A": 1`, &p)
	un(`{"A": 1}}`, &p)
	un(``, &p)
	un(`nul`, &p)
	un(`{"A": tru}`, &p)
	un(`[1,2,]`, &p)
	un(`{"a":1,}`, &p)
	un(`"\x"`, new(string))
	un("\"a\nb\"", new(string))
	un(`01`, new(int))
	un(`300`, new(int8))
	un(`-1`, new(uint))
	un(`{"G":"1.5"}`, &p)
	un(`{"G":1.5}`, &p)
	un(`1`, p)
	un(`1`, nil)
	un(`1`, (*int)(nil))
	un(`[1,"a",null,true,{"x":[]}]`, new(any))
	un(`{"a":1}`, new(map[int]int))
	un(`{"1":1}`, new(map[int]int))
	un(`"AQID"`, new([]byte))
	un(`"A"`, new([]byte))
	un(`[1,2,3]`, new([2]int))
	un(`[1]`, new([2]int))
	un(`1 2`, new(int))
	un(`{"A":1,"a":2}`, &p)
	un(`"\ud800x\u00e9\ud83d\ude00"`, new(string))
	b, _ := json.MarshalIndent(map[string]any{"a": []int{1, 2}, "b": map[string]int{}, "c": []int{}}, "", "  ")
	fmt.Println(string(b))
}

// Output:
// {"A":1,"c":{"A":0,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"0"} | <nil> | <nil>
//  | json: unsupported value: NaN | *json.UnsupportedValueError
//  | json: unsupported type: chan int | *json.UnsupportedTypeError
//  | json: unsupported value: jsontext: object member name must be a string after offset 2 | *json.UnsupportedValueError
// "\u003ca\u003e\u0026\u2028\u0000�\"\\\n\t\b\f" | <nil> | <nil>
// "YWJj" | <nil> | <nil>
// {"1":"a","10":"c","2":"b"} | <nil> | <nil>
// 1e+21 | <nil> | <nil>
// 1e-7 | <nil> | <nil>
// 0.1 | <nil> | <nil>
// 100000000 | <nil> | <nil>
//  | json: unsupported type: func() | *json.UnsupportedTypeError
// {} | <nil> | <nil>
// {"a":1} | <nil> | <nil>
//  | json: error calling MarshalJSON for type *jsontext.Value: unexpected end of JSON input | *json.MarshalerError
//  | json: error calling MarshalJSONTo for type *json.Number: cannot parse "12x" as JSON number: invalid syntax | *json.MarshalerError
// {"A":0,"D":null,"E":null,"G":"0"} | json: cannot unmarshal string into Go struct field P.A of type int | *json.UnmarshalTypeError
// {"A":0,"D":null,"E":null,"G":"0"} | json: cannot unmarshal number 1.5 into Go struct field P.A of type int | *json.UnmarshalTypeError
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"0"} | json: cannot unmarshal array into Go struct field P.c.D of type map[string]interface {} | *json.UnmarshalTypeError
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"0"} | unexpected end of JSON input | *json.SyntaxError
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"0"} | invalid character '}' after top-level value | *json.SyntaxError
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"0"} | unexpected end of JSON input | *json.SyntaxError
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"0"} | unexpected end of JSON input | *json.SyntaxError
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"0"} | invalid character '}' in literal true (expecting 'e') | *json.SyntaxError
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"0"} | invalid character ']' looking for beginning of value | *json.SyntaxError
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"0"} | invalid character '}' looking for beginning of object key string | *json.SyntaxError
// "" | invalid escape sequence `\x` in string | *json.SyntaxError
// "" | invalid character '\n' in string | *json.SyntaxError
// 0 | invalid character '1' after top-level value | *json.SyntaxError
// 0 | json: cannot unmarshal number 300 into Go value of type int8 | *json.UnmarshalTypeError
// 0 | json: cannot unmarshal number -1 into Go value of type uint | *json.UnmarshalTypeError
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"1.5"} | <nil> | <nil>
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"1.5"} | json: cannot unmarshal number into Go struct field P.G of type float64 | *json.UnmarshalTypeError
// {"A":1,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"1.5"} | json: Unmarshal(non-pointer main.P) | *json.InvalidUnmarshalError
// null | json: Unmarshal(nil) | *json.InvalidUnmarshalError
// null | json: Unmarshal(nil *int) | *json.InvalidUnmarshalError
// [1,"a",null,true,{"x":[]}] | <nil> | <nil>
// {} | json: cannot unmarshal number a into Go struct field .a of type int | *json.UnmarshalTypeError
// {"1":1} | <nil> | <nil>
// "AQID" | <nil> | <nil>
// null | json: cannot unmarshal string into Go value of type []uint8: illegal base64 data at input byte 0 | *json.UnmarshalTypeError
// [1,2] | <nil> | <nil>
// [1,0] | <nil> | <nil>
// 0 | invalid character '2' after top-level value | *json.SyntaxError
// {"A":2,"c":{"A":300,"D":null,"E":null,"G":"0"},"D":null,"E":null,"G":"1.5"} | <nil> | <nil>
// "�xé😀" | <nil> | <nil>
// {
//   "a": [
//     1,
//     2
//   ],
//   "b": {},
//   "c": []
// }
