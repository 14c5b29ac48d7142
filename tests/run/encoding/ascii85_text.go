package main

import (
	"encoding/ascii85"
	"fmt"
	"io"
	"os"
	"strings"
	"testing/iotest"
)

func main() {
	for _, s := range []string{"", "M", "Ma", "Man", "Man ", "\x00\x00\x00\x00", "\x00\x00\x00", "\x00\x00\x00\x00\x00", "sure.", "\xff\xff\xff\xff\xff"} {
		out := make([]byte, ascii85.MaxEncodedLen(len(s)))
		n := ascii85.Encode(out, []byte(s))
		back := make([]byte, len(s)+8)
		ndst, nsrc, err := ascii85.Decode(back, out[:n], true)
		fmt.Printf("%q %s %d %d %v %t\n", s, out[:n], ndst, nsrc, err, string(back[:ndst]) == s)
	}
	for _, s := range []string{"9jqo^", "9 jq\no^Bl", "zz", "9z", "v", "9jqo^B", "!", "9jqo"} {
		for _, flush := range []bool{false, true} {
			dst := make([]byte, 20)
			ndst, nsrc, err := ascii85.Decode(dst, []byte(s), flush)
			fmt.Printf("%q %t %q %d %v; ", s, flush, dst[:ndst], nsrc, err)
		}
		fmt.Println()
	}
	dst := make([]byte, 6)
	fmt.Println(ascii85.Decode(dst, []byte("9jqo^BlbD-"), true))
	w := ascii85.NewEncoder(os.Stdout)
	for _, part := range strings.SplitAfter("Man is distinguished, not only by his reason", " ") {
		io.WriteString(w, part)
	}
	w.Close()
	fmt.Println()
	text := "9jqo^BlbD-BleB1DJ+*+F(f,q/0JhKF<GL>Cj@.4Gp$d7F!,L7@<6@)/0JDEF<G%<+EV:2F!,O<\nDJ+*.@<*K0@<6L(Df-\\0Ec5e;"
	b, err := io.ReadAll(ascii85.NewDecoder(iotest.OneByteReader(strings.NewReader(text))))
	fmt.Printf("%s %v\n", b, err)
	_, err = io.ReadAll(ascii85.NewDecoder(strings.NewReader("9jqo^~")))
	fmt.Println(err)
}

// Output:
// ""  0 0 <nil> true
// "M" 9` 1 2 <nil> true
// "Ma" 9jn 2 3 <nil> true
// "Man" 9jqo 3 4 <nil> true
// "Man " 9jqo^ 4 5 <nil> true
// "\x00\x00\x00\x00" z 4 1 <nil> true
// "\x00\x00\x00" !!!! 3 4 <nil> true
// "\x00\x00\x00\x00\x00" z!! 5 3 <nil> true
// "sure." F*2M7/c 5 7 <nil> true
// "\xff\xff\xff\xff\xff" s8W-!rr 5 7 <nil> true
// "9jqo^" false "Man " 5 <nil>; "9jqo^" true "Man " 5 <nil>;
// "9 jq\no^Bl" false "Man " 7 <nil>; "9 jq\no^Bl" true "Man i" 9 <nil>;
// "zz" false "\x00\x00\x00\x00\x00\x00\x00\x00" 2 <nil>; "zz" true "\x00\x00\x00\x00\x00\x00\x00\x00" 2 <nil>;
// "9z" false "" 0 illegal ascii85 data at input byte 1; "9z" true "" 0 illegal ascii85 data at input byte 1;
// "v" false "" 0 illegal ascii85 data at input byte 0; "v" true "" 0 illegal ascii85 data at input byte 0;
// "9jqo^B" false "Man " 5 <nil>; "9jqo^B" true "" 0 illegal ascii85 data at input byte 6;
// "!" false "" 0 <nil>; "!" true "" 0 illegal ascii85 data at input byte 1;
// "9jqo" false "" 0 <nil>; "9jqo" true "Man" 4 <nil>;
// 4 5 <nil>
// 9jqo^BlbD-BleB1DJ+*+F(f,q/0JhKF<GL>Cj@.4Gp$d7F!,L7@<6@)
// Man is distinguished, not only by his reason, but by this singular passion from  <nil>
// illegal ascii85 data at input byte 5
