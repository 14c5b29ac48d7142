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
