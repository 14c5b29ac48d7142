// Packages encoding/base64 and encoding/hex.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

func main() {
	for _, enc := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding, base64.StdEncoding.Strict()} {
		for _, s := range []string{"", "f", "fo", "foo", "foob", "\xff\xfe\xfd?>"} {
			e := enc.EncodeToString([]byte(s))
			d, err := enc.DecodeString(e)
			fmt.Println(e, enc.EncodedLen(len(s)), enc.DecodedLen(len(e)), string(d) == s, err)
		}
		for _, s := range []string{"Zg", "Zg=", "Zg==", "Zg===", "Z", "Zm9v\nYg==", "Zm9v!", "Zh==", "=", "Zm=v", "Zm9vZg==Zg==", "Z g="} {
			d, err := enc.DecodeString(s)
			fmt.Printf("%q %q %v\n", s, d, err)
		}
	}
	var b bytes.Buffer
	w := base64.NewEncoder(base64.StdEncoding, &b)
	for _, s := range []string{"a", "bc", "defg", "hijklmnop"} {
		io.WriteString(w, s)
	}
	w.Close()
	fmt.Println(b.String())
	all, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader("YWJj\nZGVm\nZ2hpamtsbW5vcA==")))
	fmt.Println(string(all), err)
	_, err = io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader("YWJjZ")))
	fmt.Println(err)

	fmt.Println(hex.EncodeToString([]byte("hex\xff")))
	for _, s := range []string{"", "48656c6C6f", "4", "4g", "zz", "486"} {
		d, err := hex.DecodeString(s)
		fmt.Printf("%q %v\n", d, err)
	}
	fmt.Print(hex.Dump([]byte("The quick brown fox\x00\x01\x7f jumps over the lazy dog")))
	fmt.Print(hex.Dump([]byte("0123456789abcdef")))
	all, err = io.ReadAll(hex.NewDecoder(strings.NewReader("414243")))
	fmt.Println(string(all), err)
	_, err = io.ReadAll(hex.NewDecoder(strings.NewReader("41424")))
	fmt.Println(err)
	hex.NewEncoder(&b).Write([]byte("xyz"))
	fmt.Println(b.String())
}

// Output:
//  0 0 true <nil>
// Zg== 4 3 true <nil>
// Zm8= 4 3 true <nil>
// Zm9v 4 3 true <nil>
// Zm9vYg== 8 6 true <nil>
// //79Pz4= 8 6 true <nil>
// "Zg" "" illegal base64 data at input byte 0
// "Zg=" "" illegal base64 data at input byte 3
// "Zg==" "f" <nil>
// "Zg===" "f" illegal base64 data at input byte 4
// "Z" "" illegal base64 data at input byte 0
// "Zm9v\nYg==" "foob" <nil>
// "Zm9v!" "foo" illegal base64 data at input byte 4
// "Zh==" "f" <nil>
// "=" "" illegal base64 data at input byte 0
// "Zm=v" "" illegal base64 data at input byte 2
// "Zm9vZg==Zg==" "foof" illegal base64 data at input byte 8
// "Z g=" "" illegal base64 data at input byte 1
//  0 0 true <nil>
// Zg== 4 3 true <nil>
// Zm8= 4 3 true <nil>
// Zm9v 4 3 true <nil>
// Zm9vYg== 8 6 true <nil>
// __79Pz4= 8 6 true <nil>
// "Zg" "" illegal base64 data at input byte 0
// "Zg=" "" illegal base64 data at input byte 3
// "Zg==" "f" <nil>
// "Zg===" "f" illegal base64 data at input byte 4
// "Z" "" illegal base64 data at input byte 0
// "Zm9v\nYg==" "foob" <nil>
// "Zm9v!" "foo" illegal base64 data at input byte 4
// "Zh==" "f" <nil>
// "=" "" illegal base64 data at input byte 0
// "Zm=v" "" illegal base64 data at input byte 2
// "Zm9vZg==Zg==" "foof" illegal base64 data at input byte 8
// "Z g=" "" illegal base64 data at input byte 1
//  0 0 true <nil>
// Zg 2 1 true <nil>
// Zm8 3 2 true <nil>
// Zm9v 4 3 true <nil>
// Zm9vYg 6 4 true <nil>
// //79Pz4 7 5 true <nil>
// "Zg" "f" <nil>
// "Zg=" "" illegal base64 data at input byte 2
// "Zg==" "" illegal base64 data at input byte 2
// "Zg===" "" illegal base64 data at input byte 2
// "Z" "" illegal base64 data at input byte 0
// "Zm9v\nYg==" "foo" illegal base64 data at input byte 7
// "Zm9v!" "foo" illegal base64 data at input byte 4
// "Zh==" "" illegal base64 data at input byte 2
// "=" "" illegal base64 data at input byte 0
// "Zm=v" "" illegal base64 data at input byte 2
// "Zm9vZg==Zg==" "foo" illegal base64 data at input byte 6
// "Z g=" "" illegal base64 data at input byte 1
//  0 0 true <nil>
// Zg 2 1 true <nil>
// Zm8 3 2 true <nil>
// Zm9v 4 3 true <nil>
// Zm9vYg 6 4 true <nil>
// __79Pz4 7 5 true <nil>
// "Zg" "f" <nil>
// "Zg=" "" illegal base64 data at input byte 2
// "Zg==" "" illegal base64 data at input byte 2
// "Zg===" "" illegal base64 data at input byte 2
// "Z" "" illegal base64 data at input byte 0
// "Zm9v\nYg==" "foo" illegal base64 data at input byte 7
// "Zm9v!" "foo" illegal base64 data at input byte 4
// "Zh==" "" illegal base64 data at input byte 2
// "=" "" illegal base64 data at input byte 0
// "Zm=v" "" illegal base64 data at input byte 2
// "Zm9vZg==Zg==" "foo" illegal base64 data at input byte 6
// "Z g=" "" illegal base64 data at input byte 1
//  0 0 true <nil>
// Zg== 4 3 true <nil>
// Zm8= 4 3 true <nil>
// Zm9v 4 3 true <nil>
// Zm9vYg== 8 6 true <nil>
// //79Pz4= 8 6 true <nil>
// "Zg" "" illegal base64 data at input byte 0
// "Zg=" "" illegal base64 data at input byte 3
// "Zg==" "f" <nil>
// "Zg===" "f" illegal base64 data at input byte 4
// "Z" "" illegal base64 data at input byte 0
// "Zm9v\nYg==" "foob" <nil>
// "Zm9v!" "foo" illegal base64 data at input byte 4
// "Zh==" "" illegal base64 data at input byte 2
// "=" "" illegal base64 data at input byte 0
// "Zm=v" "" illegal base64 data at input byte 2
// "Zm9vZg==Zg==" "foof" illegal base64 data at input byte 8
// "Z g=" "" illegal base64 data at input byte 1
// YWJjZGVmZ2hpamtsbW5vcA==
// abcdefghijklmnop <nil>
// unexpected EOF
// 686578ff
// "" <nil>
// "Hello" <nil>
// "" encoding/hex: odd length hex string
// "" encoding/hex: invalid byte: U+0067 'g'
// "" encoding/hex: invalid byte: U+007A 'z'
// "H" encoding/hex: odd length hex string
// 00000000  54 68 65 20 71 75 69 63  6b 20 62 72 6f 77 6e 20  |The quick brown |
// 00000010  66 6f 78 00 01 7f 20 6a  75 6d 70 73 20 6f 76 65  |fox... jumps ove|
// 00000020  72 20 74 68 65 20 6c 61  7a 79 20 64 6f 67        |r the lazy dog|
// 00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  |0123456789abcdef|
// ABC <nil>
// unexpected EOF
// YWJjZGVmZ2hpamtsbW5vcA==78797a
