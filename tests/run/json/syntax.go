// Mistakes in JSON text and where they are noticed.
package main

import (
	"encoding/json"
	"fmt"
)

func main() {
	for _, s := range []string{"", " ", "x", "{", "[", `{"a"`, `{"a":`, `{"a":1`, `{"a" 1}`, `{"a":1 "b"}`, `{1:2}`, `[1 2]`, `[1,`, `[,]`, `[1,]`, `{"a":1,}`, `{,}`, "tru", "trux", "nulx", "falsy", "-", "-x", "01", "1.", "1.x", "1e", "1ex", "1e+", "1e+x", "1.5.5", "+1", ".5", `"abc`, `"a\`, `"a\u12`, `"a\u12G4"`, `"\u`, `"\q"`, "\"\x01\"", "\"\xff\"", "[1]]", "1 1", "{}x", "'a'", "\xff", "[1}", "{]", "\u00e9", `{"a":}`, `[1,2`, "nan", "\"a\x7f\"", `"\ud800"`, "-0", "-01", "0x1", "1E5", `{"a":1,"a":2}`, "\ufeff1"} {
		var v any
		err := json.Unmarshal([]byte(s), &v)
		off := int64(-1)
		if e, ok := err.(*json.SyntaxError); ok {
			off = e.Offset
		}
		fmt.Printf("%q: %v | %d | %v %v\n", s, v, off, err, json.Valid([]byte(s)))
	}
}
