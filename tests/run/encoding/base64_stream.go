// Decoding base64 from a reader: an error of the reader comes through as it is, after everything whole before it, and the end is
// told of whatever room there is.
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing/iotest"
)

func main() {
	broken := io.MultiReader(strings.NewReader("aGVsbG8sIHd"), iotest.ErrReader(errors.New("line cut")))
	b, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, broken))
	fmt.Printf("%q %v\n", b, err)

	for _, s := range []string{"", "aGk=", "aGk", "aG\nk=\n", "aGkgaGk=aGk=", "a", "aG!=", "aGkh"} {
		for _, enc := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding} {
			d := base64.NewDecoder(enc, iotest.OneByteReader(strings.NewReader(s)))
			b, err := io.ReadAll(d)
			n, again := d.Read(nil)
			fmt.Printf("%q: %q %v; %d %v\n", s, b, err, n, again)
		}
	}
}

// Output:
// "hello," line cut
// "": "" <nil>; 0 EOF
// "": "" <nil>; 0 EOF
// "aGk=": "hi" <nil>; 0 EOF
// "aGk=": "" illegal base64 data at input byte 3; 0 illegal base64 data at input byte 3
// "aGk": "" unexpected EOF; 0 unexpected EOF
// "aGk": "hi" <nil>; 0 EOF
// "aG\nk=\n": "hi" <nil>; 0 EOF
// "aG\nk=\n": "" illegal base64 data at input byte 3; 0 illegal base64 data at input byte 3
// "aGkgaGk=aGk=": "hi hihi" <nil>; 0 EOF
// "aGkgaGk=aGk=": "hi " illegal base64 data at input byte 3; 0 illegal base64 data at input byte 3
// "a": "" unexpected EOF; 0 unexpected EOF
// "a": "" illegal base64 data at input byte 0; 0 illegal base64 data at input byte 0
// "aG!=": "" illegal base64 data at input byte 2; 0 illegal base64 data at input byte 2
// "aG!=": "" illegal base64 data at input byte 2; 0 illegal base64 data at input byte 2
// "aGkh": "hi!" <nil>; 0 EOF
// "aGkh": "hi!" <nil>; 0 EOF
