// Marshaler and TextMarshaler, and where errors say they are.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

type VM struct{}

func (VM) MarshalJSON() ([]byte, error) { return nil, errors.New("vm") }

type PM struct{}

func (*PM) MarshalJSON() ([]byte, error) { return []byte(`{"x":`), nil }

type TM struct{}

func (TM) MarshalText() ([]byte, error) { return nil, errors.New("tm") }

type UM struct{ n int }

func (u *UM) UnmarshalJSON(b []byte) error { u.n = len(b); return errors.New("um " + string(b)) }

type Cyc struct {
	P *Cyc
	N int
}

type Key struct{ a int }

func (k Key) MarshalText() ([]byte, error)  { return []byte(fmt.Sprint("k", k.a)), nil }
func (k *Key) UnmarshalText(b []byte) error { k.a = len(b); return nil }

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Printf("%s | %v | %T\n", b, err, err)
}
func un(s string, p any) {
	err := json.Unmarshal([]byte(s), p)
	back, _ := json.Marshal(p)
	fmt.Printf("%s | %v | %T", back, err, err)
	if e, ok := err.(*json.UnmarshalTypeError); ok {
		fmt.Printf(" %q %v %d %q %q", e.Value, e.Type, e.Offset, e.Struct, e.Field)
	}
	fmt.Println()
}

func main() {
	show(VM{})
	show(&VM{})
	show([]VM{{}})
	show(&PM{})
	show(PM{})
	show(TM{})
	show(map[string]any{"a": VM{}})
	c := &Cyc{}
	c.P = c
	show(c)
	show(map[Key]int{{1}: 1, {2}: 2})
	show([]any{1, make(chan int)})
	show(struct{ C complex128 }{})
	show(time.Duration(5))
	show(map[string]any{"z": nil, "a": []byte{}, "b": []byte(nil)})
	show(struct {
		A *int
		B any
		c int
		D []int
		E map[string]int
		F [2]bool
		G float32
		H *string   `json:"h,omitempty"`
		I int       `json:",omitempty"`
		J time.Time `json:"j,omitzero"`
		K struct{}  `json:"k,omitempty"`
		L string    `json:"l,string"`
		M bool      `json:"m,string"`
	}{})
	var um UM
	un(`[1]`, &um)
	un(`{"A":[{"B":"x"}]}`, &struct{ A []struct{ B int } }{})
	un(`{"A":{"k":"x"}}`, &struct{ A map[string]int }{})
	un(`"x"`, new(bool))
	un(`true`, new(string))
	un(`{}`, new([]int))
	un(`[]`, new(map[string]int))
	un(`null`, new(int))
	un(`1`, new(error))
	un(`"a"`, new(time.Time))
	un(`1e400`, new(float64))
	un(`1e39`, new(float32))
	un(`1.0`, new(int))
	un(`1e2`, new(int))
	un(`12345678901234567890`, new(int64))
	un(`{"a":{"b":1}}`, new(map[Key]any))
	un(`[[1,2],["x"]]`, new([][]int))
	un(`"abc"`, new(json.Number))
	un(`"12"`, new(json.Number))
	un(`12`, new(json.Number))
	un(`{"A":"1","B":2}`, &struct {
		A int `json:",string"`
		B int `json:",string"`
	}{})
	un(`{"A":"x"}`, &struct {
		A int `json:",string"`
	}{})
	un(`{"a":1,"B":2,"zz":3}`, &struct{ A, B, ZZ int }{})
	var p *int
	un(`5`, &p)
	fmt.Println(*p)
	var i any = &struct{ X int }{1}
	un(`{"X":7}`, &i)
	un(`{"A":1}`, &struct{ a int }{})
	show(struct {
		Cyc
		N string
	}{})
	d := json.Number("1")
	show(d)
	show(json.Number(""))
	show(&struct{ N json.Number }{"5"})
	show(map[string]json.RawMessage{"a": nil, "b": json.RawMessage("[1, 2]")})
	fmt.Printf("%T %T\n", json.RawMessage{}, d)
}

// Output:
//  | json: error calling MarshalJSON for type *main.VM: vm | *json.MarshalerError
//  | json: error calling MarshalJSON for type *main.VM: vm | *json.MarshalerError
//  | json: error calling MarshalJSON for type *main.VM: vm | *json.MarshalerError
//  | json: error calling MarshalJSON for type *main.PM: unexpected end of JSON input | *json.MarshalerError
// {} | <nil> | <nil>
//  | json: error calling MarshalText for type *main.TM: tm | *json.MarshalerError
//  | json: error calling MarshalJSON for type *main.VM: vm | *json.MarshalerError
//  | json: unsupported value: encountered a cycle via *main.Cyc | *json.UnsupportedValueError
// {"k1":1,"k2":2} | <nil> | <nil>
//  | json: unsupported type: chan int | *json.UnsupportedTypeError
//  | json: unsupported type: complex128 | *json.UnsupportedTypeError
// 5 | <nil> | <nil>
// {"a":"","b":null,"z":null} | <nil> | <nil>
// {"A":null,"B":null,"D":null,"E":null,"F":[false,false],"G":0,"k":{},"l":"\"\"","m":"false"} | <nil> | <nil>
// {} | um [1] | *errors.errorString
// {"A":[{"B":0}]} | json: cannot unmarshal string into Go struct field .A.0.B of type int | *json.UnmarshalTypeError "string" int 14 "" "A.0.B"
// {"A":{"k":0}} | json: cannot unmarshal string into Go struct field .A.k of type int | *json.UnmarshalTypeError "string" int 13 "" "A.k"
// false | json: cannot unmarshal string into Go value of type bool | *json.UnmarshalTypeError "string" bool 3 "" ""
// "" | json: cannot unmarshal bool into Go value of type string | *json.UnmarshalTypeError "bool" string 4 "" ""
// null | json: cannot unmarshal object into Go value of type []int | *json.UnmarshalTypeError "object" []int 1 "" ""
// null | json: cannot unmarshal array into Go value of type map[string]int | *json.UnmarshalTypeError "array" map[string]int 1 "" ""
// 0 | <nil> | <nil>
// null | json: cannot unmarshal number into Go value of type error | *json.UnmarshalTypeError "number" error 0 "" ""
// "0001-01-01T00:00:00Z" | parsing time "a" as "2006-01-02T15:04:05Z07:00": cannot parse "a" as "2006" | *time.ParseError
// 0 | json: cannot unmarshal number 1e400 into Go value of type float64 | *json.UnmarshalTypeError "number 1e400" float64 5 "" ""
// 0 | json: cannot unmarshal number 1e39 into Go value of type float32 | *json.UnmarshalTypeError "number 1e39" float32 4 "" ""
// 0 | json: cannot unmarshal number 1.0 into Go value of type int | *json.UnmarshalTypeError "number 1.0" int 3 "" ""
// 0 | json: cannot unmarshal number 1e2 into Go value of type int | *json.UnmarshalTypeError "number 1e2" int 3 "" ""
// 0 | json: cannot unmarshal number 12345678901234567890 into Go value of type int64 | *json.UnmarshalTypeError "number 12345678901234567890" int64 20 "" ""
// {"k1":{"b":1}} | <nil> | <nil>
// [[1,2],[0]] | json: cannot unmarshal string into .1.0 of type int | *json.UnmarshalTypeError "string" int 11 "" "1.0"
// 0 | json: cannot unmarshal string "abc" into Go value of type json.Number: invalid syntax | *json.UnmarshalTypeError "string \"abc\"" json.Number 0 "" ""
// 12 | <nil> | <nil>
// 12 | <nil> | <nil>
// {"A":"1","B":"0"} | json: cannot unmarshal number into Go struct field .B of type int | *json.UnmarshalTypeError "number" int 14 "" "B"
// {"A":"0"} | json: cannot unmarshal number x into Go struct field .A of type int | *json.UnmarshalTypeError "number x" int 8 "" "A"
// {"A":1,"B":2,"ZZ":3} | <nil> | <nil>
// 5 | <nil> | <nil>
// 5
// {"X":7} | <nil> | <nil>
// {} | <nil> | <nil>
// {"P":null,"N":""} | <nil> | <nil>
// 1 | <nil> | <nil>
// 0 | <nil> | <nil>
// {"N":5} | <nil> | <nil>
// {"a":null,"b":[1,2]} | <nil> | <nil>
// jsontext.Value json.Number
