package main

import (
	"bytes"
	"fmt"
	"index/suffixarray"
	"regexp"
	"slices"
	"strings"
)

func main() {
	text := []byte("how much wood would a woodchuck chuck if a woodchuck could chuck wood")
	x := suffixarray.New(text)
	for _, s := range []string{"wood", "chuck", "c", "would a", "xyz", "", "wood would", "d"} {
		found := x.Lookup([]byte(s), -1)
		slices.Sort(found)
		fmt.Println(s, found, found == nil, len(x.Lookup([]byte(s), 2)))
	}
	for _, rx := range []string{"wood", "wo+", "[cw]o?u", "a.*?k", "nothing", "oo"} {
		fmt.Println(rx, x.FindAllIndex(regexp.MustCompile(rx), -1), x.FindAllIndex(regexp.MustCompile(rx), 0) == nil)
	}
	// Order of the suffixes of a text with many repetitions.
	y := suffixarray.New([]byte("banana"))
	fmt.Println(y.Lookup([]byte("a"), -1), y.Lookup([]byte("an"), -1), y.Lookup([]byte("na"), -1))
	z := suffixarray.New([]byte(strings.Repeat("ab", 500)))
	fmt.Println(len(z.Lookup([]byte("abab"), -1)), len(z.FindAllIndex(regexp.MustCompile("abab"), -1)))
	var b bytes.Buffer
	fmt.Println(x.Write(&b))
	var back suffixarray.Index
	fmt.Println(back.Read(&b), bytes.Equal(back.Bytes(), text), len(back.Lookup([]byte("chuck"), -1)))
	fmt.Println(len(suffixarray.New(nil).Lookup([]byte("a"), -1)))
}

// Output:
// wood [9 22 43 65] false 2
// chuck [26 32 47 59] false 2
// c [6 26 29 32 35 47 50 53 59 62] false 2
// would a [14] false 1
// xyz [] true 0
//  [] true 0
// wood would [9] false 1
// d [12 18 25 46 57 68] false 2
// wood [[9 13] [22 26] [43 47] [65 69]] true
// wo+ [[9 12] [14 16] [22 25] [43 46] [65 68]] true
// [cw]o?u [[14 17] [53 56]] true
// a.*?k [[20 31] [41 52]] true
// nothing [] true
// oo [[10 12] [23 25] [44 46] [66 68]] true
// [5 3 1] [3 1] [4 2]
// 499 250
// <nil>
// <nil> true 4
// 0
