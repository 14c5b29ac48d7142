package main

import (
	"encoding/base32"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	raw := base32.StdEncoding.WithPadding(base32.NoPadding)
	own := base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding('-')
	encs := []*base32.Encoding{base32.StdEncoding, base32.HexEncoding, raw, own}
	for n := range 12 {
		data := []byte("Hello, World!")[:n]
		for _, e := range encs {
			s := e.EncodeToString(data)
			back, err := e.DecodeString(s)
			fmt.Print(s, " ", e.EncodedLen(n) == len(s), e.DecodedLen(len(s)) >= n, string(back) == string(data), err, "; ")
		}
		fmt.Println()
	}
	for _, s := range []string{"JBSWY3DP", "JBSWY3D=", "JBSWY===", "JBSW====", "JB======", "J=======", "JBS=====", "JBSWY3=", "JBSWY3==", "jbswy3dp", "JBSW\nY3\r\nDP", "JBSW Y3DP", "JBSWY3DPJB======", "JB======JBSWY3DP", "JBSWY3DPJB", "=", "", "JB=A====", "1BSWY3DP", "JBSWY3DPJ"} {
		for _, e := range []*base32.Encoding{base32.StdEncoding, raw} {
			b, err := e.DecodeString(s)
			fmt.Printf("%q %q %v; ", s, b, err)
		}
		fmt.Println()
	}
	w := base32.NewEncoder(base32.StdEncoding, os.Stdout)
	for _, part := range []string{"a", "", "bcdefgh", "ij", "klmnopqrstuvw", "x"} {
		fmt.Fprint(w, part)
	}
	w.Close()
	fmt.Println()
	r := base32.NewDecoder(base32.StdEncoding, strings.NewReader("MFRGG\nZDFMZTWQ2LK\nNNWG23TPOBYXE43UOV3HO6A="))
	b, err := io.ReadAll(r)
	fmt.Println(string(b), err)
	b, err = io.ReadAll(base32.NewDecoder(raw, strings.NewReader("MFRGGZDF")))
	fmt.Println(string(b), err)
	_, err = io.ReadAll(base32.NewDecoder(base32.StdEncoding, strings.NewReader("MFRG!")))
	fmt.Println(err)
	fmt.Println(string(base32.StdEncoding.AppendEncode([]byte("x:"), []byte("yz"))))
	for _, f := range []func(){func() { base32.NewEncoding("short") }, func() { base32.StdEncoding.WithPadding('A') }, func() { base32.StdEncoding.WithPadding('\n') }, func() { base32.NewEncoding("AACDEFGHIJKLMNOPQRSTUVWXYZ234567") }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}

// Output:
//  true true true <nil>;  true true true <nil>;  true true true <nil>;  true true true <nil>;
// JA====== true true true <nil>; 90====== true true true <nil>; JA true true true <nil>; ja------ true true true <nil>;
// JBSQ==== true true true <nil>; 91IG==== true true true <nil>; JBSQ true true true <nil>; jbsq---- true true true <nil>;
// JBSWY=== true true true <nil>; 91IMO=== true true true <nil>; JBSWY true true true <nil>; jbswy--- true true true <nil>;
// JBSWY3A= true true true <nil>; 91IMOR0= true true true <nil>; JBSWY3A true true true <nil>; jbswy3a- true true true <nil>;
// JBSWY3DP true true true <nil>; 91IMOR3F true true true <nil>; JBSWY3DP true true true <nil>; jbswy3dp true true true <nil>;
// JBSWY3DPFQ====== true true true <nil>; 91IMOR3F5G====== true true true <nil>; JBSWY3DPFQ true true true <nil>; jbswy3dpfq------ true true true <nil>;
// JBSWY3DPFQQA==== true true true <nil>; 91IMOR3F5GG0==== true true true <nil>; JBSWY3DPFQQA true true true <nil>; jbswy3dpfqqa---- true true true <nil>;
// JBSWY3DPFQQFO=== true true true <nil>; 91IMOR3F5GG5E=== true true true <nil>; JBSWY3DPFQQFO true true true <nil>; jbswy3dpfqqfo--- true true true <nil>;
// JBSWY3DPFQQFO3Y= true true true <nil>; 91IMOR3F5GG5ERO= true true true <nil>; JBSWY3DPFQQFO3Y true true true <nil>; jbswy3dpfqqfo3y- true true true <nil>;
// JBSWY3DPFQQFO33S true true true <nil>; 91IMOR3F5GG5ERRI true true true <nil>; JBSWY3DPFQQFO33S true true true <nil>; jbswy3dpfqqfo33s true true true <nil>;
// JBSWY3DPFQQFO33SNQ====== true true true <nil>; 91IMOR3F5GG5ERRIDG====== true true true <nil>; JBSWY3DPFQQFO33SNQ true true true <nil>; jbswy3dpfqqfo33snq------ true true true <nil>;
// "JBSWY3DP" "Hello" <nil>; "JBSWY3DP" "Hello" <nil>;
// "JBSWY3D=" "Hell" <nil>; "JBSWY3D=" "" illegal base32 data at input byte 7;
// "JBSWY===" "Hel" <nil>; "JBSWY===" "" illegal base32 data at input byte 5;
// "JBSW====" "He" <nil>; "JBSW====" "" illegal base32 data at input byte 4;
// "JB======" "H" <nil>; "JB======" "" illegal base32 data at input byte 2;
// "J=======" "" illegal base32 data at input byte 1; "J=======" "" illegal base32 data at input byte 1;
// "JBS=====" "" illegal base32 data at input byte 3; "JBS=====" "" illegal base32 data at input byte 3;
// "JBSWY3=" "" illegal base32 data at input byte 7; "JBSWY3=" "" illegal base32 data at input byte 6;
// "JBSWY3==" "" illegal base32 data at input byte 6; "JBSWY3==" "" illegal base32 data at input byte 6;
// "jbswy3dp" "" illegal base32 data at input byte 0; "jbswy3dp" "" illegal base32 data at input byte 0;
// "JBSW\nY3\r\nDP" "Hello" <nil>; "JBSW\nY3\r\nDP" "Hello" <nil>;
// "JBSW Y3DP" "" illegal base32 data at input byte 4; "JBSW Y3DP" "" illegal base32 data at input byte 4;
// "JBSWY3DPJB======" "HelloH" <nil>; "JBSWY3DPJB======" "Hello" illegal base32 data at input byte 10;
// "JB======JBSWY3DP" "" illegal base32 data at input byte 2; "JB======JBSWY3DP" "" illegal base32 data at input byte 2;
// "JBSWY3DPJB" "Hello" illegal base32 data at input byte 8; "JBSWY3DPJB" "HelloH" <nil>;
// "=" "" illegal base32 data at input byte 0; "=" "" illegal base32 data at input byte 0;
// "" "" <nil>; "" "" <nil>;
// "JB=A====" "" illegal base32 data at input byte 2; "JB=A====" "" illegal base32 data at input byte 2;
// "1BSWY3DP" "" illegal base32 data at input byte 0; "1BSWY3DP" "" illegal base32 data at input byte 0;
// "JBSWY3DPJ" "Hello" illegal base32 data at input byte 8; "JBSWY3DPJ" "Hello" <nil>;
// MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43UOV3HO6A=
// abcdefghijklmnopqrstuvwx <nil>
// abcde <nil>
// unexpected EOF
// x:PF5A====
// encoding alphabet is not 32-bytes long
// padding contained in alphabet
// invalid padding
// encoding alphabet includes duplicate symbols
