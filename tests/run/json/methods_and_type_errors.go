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

type Cyc struct{ P *Cyc; N int }

type Key struct{ a int }
func (k Key) MarshalText() ([]byte, error) { return []byte(fmt.Sprint("k", k.a)), nil }
func (k *Key) UnmarshalText(b []byte) error { k.a = len(b); return nil }

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Printf("%s | %v | %T\n", b, err, err)
}
func un(s string, p any) {
	err := json.Unmarshal([]byte(s), p)
	back, _ := json.Marshal(p)
	fmt.Printf("%s | %v | %T", back, err, err)
	if e, ok := err.(*json.UnmarshalTypeError); ok { fmt.Printf(" %q %v %d %q %q", e.Value, e.Type, e.Offset, e.Struct, e.Field) }
	fmt.Println()
}

func main() {
	show(VM{}); show(&VM{}); show([]VM{{}}); show(&PM{}); show(PM{}); show(TM{}); show(map[string]any{"a": VM{}})
	c := &Cyc{}; c.P = c
	show(c)
	show(map[Key]int{{1}: 1, {2}: 2})
	show([]any{1, make(chan int)})
	show(struct{ C complex128 }{})
	show(time.Duration(5)); show(map[string]any{"z": nil, "a": []byte{}, "b": []byte(nil)})
	show(struct{ A *int; B any; c int; D []int; E map[string]int; F [2]bool; G float32; H *string `json:"h,omitempty"`; I int `json:",omitempty"`; J time.Time `json:"j,omitzero"`; K struct{} `json:"k,omitempty"`; L string `json:"l,string"`; M bool `json:"m,string"`}{})
	var um UM
	un(`[1]`, &um)
	un(`{"A":[{"B":"x"}]}`, &struct{ A []struct{ B int } }{})
	un(`{"A":{"k":"x"}}`, &struct{ A map[string]int }{})
	un(`"x"`, new(bool)); un(`true`, new(string)); un(`{}`, new([]int)); un(`[]`, new(map[string]int)); un(`null`, new(int)); un(`1`, new(error)); un(`"a"`, new(time.Time))
	un(`1e400`, new(float64)); un(`1e39`, new(float32)); un(`1.0`, new(int)); un(`1e2`, new(int)); un(`12345678901234567890`, new(int64))
	un(`{"a":{"b":1}}`, new(map[Key]any))
	un(`[[1,2],["x"]]`, new([][]int))
	un(`"abc"`, new(json.Number)); un(`"12"`, new(json.Number)); un(`12`, new(json.Number))
	un(`{"A":"1","B":2}`, &struct{ A int `json:",string"`; B int `json:",string"`}{})
	un(`{"A":"x"}`, &struct{ A int `json:",string"`}{})
	un(`{"a":1,"B":2,"zz":3}`, &struct{ A, B, ZZ int }{})
	var p *int
	un(`5`, &p); fmt.Println(*p)
	var i any = &struct{ X int }{1}
	un(`{"X":7}`, &i)
	un(`{"A":1}`, &struct{ a int }{})
	show(struct{ Cyc; N string }{})
	d := json.Number("1")
	show(d); show(json.Number("")); show(&struct{N json.Number}{"5"})
	show(map[string]json.RawMessage{"a": nil, "b": json.RawMessage("[1, 2]")})
	fmt.Printf("%T %T\n", json.RawMessage{}, d)
}
