// Finding matches and groups, first and all, in strings and bytes.
package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	re := regexp.MustCompile(`(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?`)
	s := "from 2024-02 to 2025-11-30."
	fmt.Println(re, re.NumSubexp(), re.SubexpNames(), re.SubexpIndex("month"), re.SubexpIndex("none"))
	fmt.Println(re.MatchString(s), re.FindString(s), re.FindStringIndex(s))
	fmt.Printf("%q\n", re.FindStringSubmatch(s))
	fmt.Printf("%q\n", re.FindAllStringSubmatch(s, -1))
	fmt.Println(re.FindAllStringSubmatchIndex(s, -1))
	fmt.Printf("%q %q\n", re.FindAllString(s, 1), re.FindAllString(s, 0))
	fmt.Printf("%q\n", re.FindSubmatch([]byte(s)))
	fmt.Println(re.FindStringSubmatch("none") == nil, re.FindAllString("none", -1) == nil)
	fmt.Println(re.FindReaderIndex(strings.NewReader(s)))

	empty := regexp.MustCompile(`a*`)
	fmt.Printf("%q\n", empty.FindAllString("baaac世", -1))
	fmt.Println(empty.FindAllStringIndex("baaac世", -1))
	bad := "\xffa\xc3\x28世"
	fmt.Println(regexp.MustCompile(`.`).FindAllStringIndex(bad, -1))
	fmt.Println(regexp.MustCompile("\uFFFD+").FindAllStringIndex(bad, -1))

	words := regexp.MustCompile(`(?i)\b[a-z]*é\b|\p{Greek}+`)
	fmt.Printf("%q\n", words.FindAllString("Café, CAFÉ, αβγ and decafé", -1))

	alt := regexp.MustCompile(`a|ab|abc`)
	fmt.Println(alt.FindString("abcd"))
	alt.Longest()
	fmt.Println(alt.FindString("abcd"))
	fmt.Println(regexp.MustCompilePOSIX(`(a|ab)(c|bcd)(d*)`).FindStringSubmatch("abcd"))
	fmt.Println(regexp.MustCompile(`(a|ab)(c|bcd)(d*)`).FindStringSubmatch("abcd"))

	long := strings.Repeat("x", 200_000) + "needle" + strings.Repeat("y", 1000)
	fmt.Println(regexp.MustCompile(`n(e+)d`).FindStringSubmatchIndex(long))
	fmt.Println(len(regexp.MustCompile(`x{100}`).FindAllString(long, -1)))
}

// Output:
// (?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))? 4 [ year month  ] 2 -1
// true 2024-02 [5 12]
// ["2024-02" "2024" "02" "" ""]
// [["2024-02" "2024" "02" "" ""] ["2025-11-30" "2025" "11" "-30" "30"]]
// [[5 12 5 9 10 12 -1 -1 -1 -1] [16 26 16 20 21 23 23 26 24 26]]
// ["2024-02"] []
// ["2024-02" "2024" "02" "" ""]
// true true
// [5 12]
// ["" "aaa" "" ""]
// [[0 0] [1 4] [5 5] [8 8]]
// [[0 1] [1 2] [2 3] [3 4] [4 7]]
// [[0 1] [2 3]]
// ["αβγ"]
// a
// abc
// [abcd a bcd ]
// [abcd a bcd ]
// [200000 200004 200001 200003]
// 2000
