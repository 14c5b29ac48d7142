// Replacing and splitting.
package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	re := regexp.MustCompile(`(\w+)@(?P<host>\w+)\.com`)
	s := "ann@home.com, bob@work.com"
	fmt.Println(re.ReplaceAllString(s, "$host: $1"))
	fmt.Println(re.ReplaceAllString(s, "${1}x $1x $$ $ ${host} ${nix} $9 ${"))
	fmt.Println(re.ReplaceAllLiteralString(s, "$1"))
	fmt.Println(re.ReplaceAllStringFunc(s, strings.ToUpper))
	fmt.Println(string(re.ReplaceAll([]byte(s), []byte("<$0>"))))
	fmt.Println(string(re.ReplaceAllFunc([]byte(s), func(b []byte) []byte { return b[:3] })))
	fmt.Println(regexp.MustCompile(`b*`).ReplaceAllString("abba", "-"), regexp.MustCompile(``).ReplaceAllString("日本", "."))
	fmt.Println(string(re.ExpandString(nil, "$host$host", s, re.FindStringSubmatchIndex(s))))

	for _, c := range []struct {
		expr, s string
		n       int
	}{
		{",", "a,b,,c", -1}, {",", "a,b,,c", 2}, {",", "a,b", 0}, {",", "", -1}, {"", "abc", -1}, {"", "", -1},
		{"a*", "abaabaccadaaae", 5}, {"z+", "pizza", -1}, {",$", "a,b,", -1}, {`\s+`, " lead and trail ", -1},
	} {
		fmt.Printf("%q\n", regexp.MustCompile(c.expr).Split(c.s, c.n))
	}
	fmt.Println(regexp.QuoteMeta("1+1=[2]? {a} ^$ \\ | é"))
	var other regexp.Regexp
	fmt.Println(other.UnmarshalText([]byte("a.c")), other.MatchString("abc"), other.String())
	fmt.Println(other.UnmarshalText([]byte("(")))
	defer func() { fmt.Println(recover()) }()
	regexp.MustCompile("a`(")
}

// Output:
// home: ann, work: bob
// annx  $ $ home   ${, bobx  $ $ work   ${
// $1, $1
// ANN@HOME.COM, BOB@WORK.COM
// <ann@home.com>, <bob@work.com>
// ann, bob
// -a-a- .日.本.
// homehome
// ["a" "b" "" "c"]
// ["a" "b,,c"]
// []
// [""]
// ["a" "b" "c"]
// []
// ["" "b" "b" "c" "cadaaae"]
// ["pi" "a"]
// ["a,b" ""]
// ["" "lead" "and" "trail" ""]
// 1\+1=\[2\]\? \{a\} \^\$ \\ \| é
// <nil> true a.c
// error parsing regexp: missing closing ): `(`
// regexp: Compile("a`("): error parsing regexp: missing closing ): `a`(`
