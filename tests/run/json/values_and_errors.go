// What Marshal and Unmarshal make of values of many types, and their errors.
package main

import (
	"encoding/json"
	"fmt"
	"math"
	"errors"
)

type P struct{ A int; b string; C *P `json:"c,omitempty"`; D map[string]any; E []int; F any `json:"-"`; G float64 `json:",string"` }

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
	show(1e21); show(1e-7); show(float32(0.1)); show(100000000.0)
	show(func(){})
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
	b, _ := json.MarshalIndent(map[string]any{"a": []int{1,2}, "b": map[string]int{}, "c": []int{}}, "", "  ")
	fmt.Println(string(b))
}
