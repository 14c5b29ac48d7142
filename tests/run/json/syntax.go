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

// Output:
// "": <nil> | 0 | unexpected end of JSON input false
// " ": <nil> | 1 | unexpected end of JSON input false
// "x": <nil> | 1 | invalid character 'x' looking for beginning of value false
// "{": <nil> | 1 | unexpected end of JSON input false
// "[": <nil> | 1 | unexpected end of JSON input false
// "{\"a\"": <nil> | 4 | unexpected end of JSON input false
// "{\"a\":": <nil> | 5 | unexpected end of JSON input false
// "{\"a\":1": <nil> | 6 | unexpected end of JSON input false
// "{\"a\" 1}": <nil> | 6 | invalid character '1' after object key false
// "{\"a\":1 \"b\"}": <nil> | 8 | invalid character '"' after object key:value pair false
// "{1:2}": <nil> | 2 | invalid character '1' looking for beginning of object key string false
// "[1 2]": <nil> | 4 | invalid character '2' after array element false
// "[1,": <nil> | 3 | unexpected end of JSON input false
// "[,]": <nil> | 2 | invalid character ',' looking for beginning of value false
// "[1,]": <nil> | 4 | invalid character ']' looking for beginning of value false
// "{\"a\":1,}": <nil> | 8 | invalid character '}' looking for beginning of object key string false
// "{,}": <nil> | 2 | invalid character ',' looking for beginning of object key string false
// "tru": <nil> | 3 | unexpected end of JSON input false
// "trux": <nil> | 4 | invalid character 'x' in literal true (expecting 'e') false
// "nulx": <nil> | 4 | invalid character 'x' in literal null (expecting 'l') false
// "falsy": <nil> | 5 | invalid character 'y' in literal false (expecting 'e') false
// "-": <nil> | 0 | unexpected end of JSON input false
// "-x": <nil> | 2 | invalid character 'x' in numeric literal false
// "01": <nil> | 2 | invalid character '1' after top-level value false
// "1.": <nil> | 0 | unexpected end of JSON input false
// "1.x": <nil> | 3 | invalid character 'x' in numeric literal false
// "1e": <nil> | 0 | unexpected end of JSON input false
// "1ex": <nil> | 3 | invalid character 'x' in numeric literal false
// "1e+": <nil> | 0 | unexpected end of JSON input false
// "1e+x": <nil> | 4 | invalid character 'x' in numeric literal false
// "1.5.5": <nil> | 4 | invalid character '.' after top-level value false
// "+1": <nil> | 1 | invalid character '+' looking for beginning of value false
// ".5": <nil> | 1 | invalid character '.' looking for beginning of value false
// "\"abc": <nil> | 4 | unexpected end of JSON input false
// "\"a\\": <nil> | 2 | unexpected end of JSON input false
// "\"a\\u12": <nil> | 2 | unexpected end of JSON input false
// "\"a\\u12G4\"": <nil> | 8 | invalid escape sequence `\u12G4` in string false
// "\"\\u": <nil> | 1 | unexpected end of JSON input false
// "\"\\q\"": <nil> | 3 | invalid escape sequence `\q` in string false
// "\"\x01\"": <nil> | 2 | invalid character '\x01' in string false
// "\"\xff\"": � | -1 | <nil> true
// "[1]]": <nil> | 4 | invalid character ']' after top-level value false
// "1 1": <nil> | 3 | invalid character '1' after top-level value false
// "{}x": <nil> | 3 | invalid character 'x' after top-level value false
// "'a'": <nil> | 1 | invalid character '\'' looking for beginning of value false
// "\xff": <nil> | 1 | invalid character '\xff' looking for beginning of value false
// "[1}": <nil> | 3 | invalid character '}' after array element false
// "{]": <nil> | 2 | invalid character ']' looking for beginning of object key string false
// "é": <nil> | 2 | invalid character 'é' looking for beginning of value false
// "{\"a\":}": <nil> | 6 | invalid character '}' looking for beginning of value false
// "[1,2": <nil> | 4 | unexpected end of JSON input false
// "nan": <nil> | 2 | invalid character 'a' in literal null (expecting 'u') false
// "\"a\x7f\"": a | -1 | <nil> true
// "\"\\ud800\"": � | -1 | <nil> true
// "-0": -0 | -1 | <nil> true
// "-01": <nil> | 3 | invalid character '1' after top-level value false
// "0x1": <nil> | 2 | invalid character 'x' after top-level value false
// "1E5": 100000 | -1 | <nil> true
// "{\"a\":1,\"a\":2}": map[a:2] | -1 | <nil> true
// "\ufeff1": <nil> | 3 | invalid character '\ufeff' looking for beginning of value false
