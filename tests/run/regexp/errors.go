// What is wrong with expressions, and the literal prefixes of those that are right.
package main

import (
	"fmt"
	"regexp"
	"strings"
)

func main() {
	for _, p := range []string{
		"(", ")", "a)", "(a", "a**", "a*+", "a++", "a??", "a???", "*", "+a", "?", "(*)", "|*", "^*", "$*", "a{2}{3}", "a{2}*", "a{1001}", "a{2,1}", "a{1000}", "(a{500}){3}", "((a{100}){10}){2}", "a{,2}", "a{x", "{1}", "a|{1}",
		"[a", "[", "[]", "[]a", "[^", "[a-", "[z-a]", "[a-\\d]", "[[:foo:]]", "[[:^alpha:]]", "[\\q]", "\\", "a\\", "\\q", "\\8", "\\1", "\\12", "\\0", "\\x", "\\xz", "\\x{", "\\x{110000}", "\\x{12", "\\x1", "\\pX", "\\p{Foo}", "\\p", "\\p{", "\\P{^Greek}", "\\C", "\\Z", "\\Qabc", "\\Qa*b\\E*", "\\E", "(?P<n>a)(?P<n>b)", "(?P<n", "(?P<n-m>a)", "(?P<>a)", "(?<n>a)", "(?<n", "(?P=n)", "(?P>n)", "(?i", "(?i)", "(?i:a", "(?x)a", "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?#a)", "(?", "(?-)", "(?i-)", "(?--i)", "(?is-mU:a)", "(?i-s:a)b", "a\xffb", "\xff", strings.Repeat("(", 1001) + strings.Repeat(")", 1001), strings.Repeat("(", 999) + strings.Repeat(")", 999), "[a-b-c]", "[--a]", "[a\\-z]", "\\_", "\\é", "(?i)(?s)a.b", "x{0}", "(|a)*", "(?:)", "()", "[[:word:]]", "[[:alpha:]", "[[:alpha", "[[.a.]]", "[\\pL]", "[\\p{Foo}]", "[^\\x00-\\x{10FFFF}]", "(?P<name>a", "\\pLl", "\\p{^L}", "\\p{Letter}", "\\p{any}", "\\p{Script=Greek}", "\\p{ALPHABETIC}", "((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2}){2})", "a{100000}", "a{99999999999999999999}", "[a-\\x{110000}]", "(?i)[k-k]", "a(?i)*", "(?m)^a$", "\\07", "\\377", "\\777", "[\\1]", "(?P<é>a)", "(?P<_1>a)", "(?P<1>a)", "(?:(?:^).)", "((a)|b)", ")(", "(()", "(?s).*", "x{2,}?", "x{2,}??"} {
		re, err := regexp.Compile(p)
		if err != nil {
			e := err.Error()
			if len(e) > 120 {
				e = e[:120]
			}
			fmt.Printf("%.60q %q\n", p, e)
			continue
		}
		lp, c := re.LiteralPrefix()
		fmt.Printf("%.60q ok %d %q %.20q %v\n", p, re.NumSubexp(), re.SubexpNames()[:min(3, re.NumSubexp()+1)], lp, c)
		_, err = regexp.CompilePOSIX(p)
		if err != nil {
			fmt.Printf("   posix %q\n", err)
		}
	}
}

// Output:
// "(" "error parsing regexp: missing closing ): `(`"
// ")" "error parsing regexp: unexpected ): `)`"
// "a)" "error parsing regexp: unexpected ): `a)`"
// "(a" "error parsing regexp: missing closing ): `(a`"
// "a**" "error parsing regexp: invalid nested repetition operator: `**`"
// "a*+" "error parsing regexp: invalid nested repetition operator: `*+`"
// "a++" "error parsing regexp: invalid nested repetition operator: `++`"
// "a??" ok 0 [""] "" false
// "a???" "error parsing regexp: invalid nested repetition operator: `???`"
// "*" "error parsing regexp: missing argument to repetition operator: `*`"
// "+a" "error parsing regexp: missing argument to repetition operator: `+`"
// "?" "error parsing regexp: missing argument to repetition operator: `?`"
// "(*)" "error parsing regexp: missing argument to repetition operator: `*`"
// "|*" "error parsing regexp: missing argument to repetition operator: `*`"
// "^*" ok 0 [""] "" false
// "$*" ok 0 [""] "" false
// "a{2}{3}" "error parsing regexp: invalid nested repetition operator: `{2}{3}`"
// "a{2}*" "error parsing regexp: invalid nested repetition operator: `{2}*`"
// "a{1001}" "error parsing regexp: invalid repeat count: `{1001}`"
// "a{2,1}" "error parsing regexp: invalid repeat count: `{2,1}`"
// "a{1000}" ok 0 [""] "aaaaaaaaaaaaaaaaaaaa" true
// "(a{500}){3}" "error parsing regexp: invalid repeat count: `{3}`"
// "((a{100}){10}){2}" "error parsing regexp: invalid repeat count: `{2}`"
// "a{,2}" ok 0 [""] "a{,2}" true
// "a{x" ok 0 [""] "a{x" true
// "{1}" "error parsing regexp: missing argument to repetition operator: `{1}`"
// "a|{1}" "error parsing regexp: missing argument to repetition operator: `{1}`"
// "[a" "error parsing regexp: missing closing ]: `[a`"
// "[" "error parsing regexp: missing closing ]: `[`"
// "[]" "error parsing regexp: missing closing ]: `[]`"
// "[]a" "error parsing regexp: missing closing ]: `[]a`"
// "[^" "error parsing regexp: missing closing ]: `[^`"
// "[a-" "error parsing regexp: missing closing ]: `[a-`"
// "[z-a]" "error parsing regexp: invalid character class range: `z-a`"
// "[a-\\d]" "error parsing regexp: invalid escape sequence: `\\d`"
// "[[:foo:]]" "error parsing regexp: invalid character class range: `[:foo:]`"
// "[[:^alpha:]]" ok 0 [""] "" false
// "[\\q]" "error parsing regexp: invalid escape sequence: `\\q`"
// "\\" "error parsing regexp: trailing backslash at end of expression: ``"
// "a\\" "error parsing regexp: trailing backslash at end of expression: ``"
// "\\q" "error parsing regexp: invalid escape sequence: `\\q`"
// "\\8" "error parsing regexp: invalid escape sequence: `\\8`"
// "\\1" "error parsing regexp: invalid escape sequence: `\\1`"
// "\\12" ok 0 [""] "\n" true
// "\\0" ok 0 [""] "\x00" true
// "\\x" "error parsing regexp: invalid escape sequence: `\\x`"
// "\\xz" "error parsing regexp: invalid escape sequence: `\\xz`"
// "\\x{" "error parsing regexp: invalid escape sequence: `\\x{`"
// "\\x{110000}" "error parsing regexp: invalid escape sequence: `\\x{110000`"
// "\\x{12" "error parsing regexp: invalid escape sequence: `\\x{12`"
// "\\x1" "error parsing regexp: invalid escape sequence: `\\x1`"
// "\\pX" "error parsing regexp: invalid character class range: `\\pX`"
// "\\p{Foo}" "error parsing regexp: invalid character class range: `\\p{Foo}`"
// "\\p" "error parsing regexp: invalid character class range: `\\p`"
// "\\p{" "error parsing regexp: invalid character class range: `\\p{`"
// "\\P{^Greek}" ok 0 [""] "" false
//    posix "error parsing regexp: invalid escape sequence: `\\P`"
// "\\C" "error parsing regexp: invalid escape sequence: `\\C`"
// "\\Z" "error parsing regexp: invalid escape sequence: `\\Z`"
// "\\Qabc" ok 0 [""] "abc" true
//    posix "error parsing regexp: invalid escape sequence: `\\Q`"
// "\\Qa*b\\E*" ok 0 [""] "a*" false
//    posix "error parsing regexp: invalid escape sequence: `\\Q`"
// "\\E" "error parsing regexp: invalid escape sequence: `\\E`"
// "(?P<n>a)(?P<n>b)" ok 2 ["" "n" "n"] "ab" true
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "(?P<n" "error parsing regexp: invalid named capture: `(?P<n`"
// "(?P<n-m>a)" "error parsing regexp: invalid named capture: `(?P<n-m>`"
// "(?P<>a)" "error parsing regexp: invalid named capture: `(?P<>`"
// "(?<n>a)" ok 1 ["" "n"] "a" true
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "(?<n" "error parsing regexp: invalid named capture: `(?<n`"
// "(?P=n)" "error parsing regexp: invalid or unsupported Perl syntax: `(?P`"
// "(?P>n)" "error parsing regexp: invalid or unsupported Perl syntax: `(?P`"
// "(?i" "error parsing regexp: invalid or unsupported Perl syntax: `(?i`"
// "(?i)" ok 0 [""] "" true
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "(?i:a" "error parsing regexp: missing closing ): `(?i:a`"
// "(?x)a" "error parsing regexp: invalid or unsupported Perl syntax: `(?x`"
// "(?=a)" "error parsing regexp: invalid or unsupported Perl syntax: `(?=`"
// "(?!a)" "error parsing regexp: invalid or unsupported Perl syntax: `(?!`"
// "(?<=a)" "error parsing regexp: invalid named capture: `(?<=a)`"
// "(?<!a)" "error parsing regexp: invalid named capture: `(?<!a)`"
// "(?#a)" "error parsing regexp: invalid or unsupported Perl syntax: `(?#`"
// "(?" "error parsing regexp: invalid or unsupported Perl syntax: `(?`"
// "(?-)" "error parsing regexp: invalid or unsupported Perl syntax: `(?-)`"
// "(?i-)" "error parsing regexp: invalid or unsupported Perl syntax: `(?i-)`"
// "(?--i)" "error parsing regexp: invalid or unsupported Perl syntax: `(?--`"
// "(?is-mU:a)" ok 0 [""] "" false
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "(?i-s:a)b" ok 0 [""] "" false
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "a\xffb" "error parsing regexp: invalid UTF-8: `\xffb`"
// "\xff" "error parsing regexp: invalid UTF-8: `\xff`"
// "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((" "error parsing regexp: expression nests too deeply: `(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((("
// "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((" ok 999 ["" "" ""] "" true
// "[a-b-c]" ok 0 [""] "" false
//    posix "error parsing regexp: invalid character class range: `-c`"
// "[--a]" ok 0 [""] "" false
// "[a\\-z]" ok 0 [""] "" false
// "\\_" ok 0 [""] "_" true
// "\\é" "error parsing regexp: invalid escape sequence: `\\é`"
// "(?i)(?s)a.b" ok 0 [""] "" false
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "x{0}" ok 0 [""] "" true
// "(|a)*" ok 1 ["" ""] "" false
// "(?:)" ok 0 [""] "" true
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "()" ok 1 ["" ""] "" true
// "[[:word:]]" ok 0 [""] "" false
// "[[:alpha:]" "error parsing regexp: missing closing ]: `[[:alpha:]`"
// "[[:alpha" "error parsing regexp: missing closing ]: `[[:alpha`"
// "[[.a.]]" ok 0 [""] "" false
// "[\\pL]" ok 0 [""] "" false
//    posix "error parsing regexp: invalid escape sequence: `\\p`"
// "[\\p{Foo}]" "error parsing regexp: invalid character class range: `\\p{Foo}`"
// "[^\\x00-\\x{10FFFF}]" ok 0 [""] "" false
// "(?P<name>a" "error parsing regexp: missing closing ): `(?P<name>a`"
// "\\pLl" ok 0 [""] "" false
//    posix "error parsing regexp: invalid escape sequence: `\\p`"
// "\\p{^L}" ok 0 [""] "" false
//    posix "error parsing regexp: invalid escape sequence: `\\p`"
// "\\p{Letter}" ok 0 [""] "" false
//    posix "error parsing regexp: invalid escape sequence: `\\p`"
// "\\p{any}" ok 0 [""] "" false
//    posix "error parsing regexp: invalid escape sequence: `\\p`"
// "\\p{Script=Greek}" "error parsing regexp: invalid character class range: `\\p{Script=Greek}`"
// "\\p{ALPHABETIC}" "error parsing regexp: invalid character class range: `\\p{ALPHABETIC}`"
// "((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2}){2})" "error parsing regexp: invalid repeat count: `{2}`"
// "a{100000}" "error parsing regexp: invalid repeat count: `{100000}`"
// "a{99999999999999999999}" "error parsing regexp: invalid repeat count: `{99999999999999999999}`"
// "[a-\\x{110000}]" "error parsing regexp: invalid escape sequence: `\\x{110000`"
// "(?i)[k-k]" ok 0 [""] "" false
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "a(?i)*" ok 0 [""] "" false
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "(?m)^a$" ok 0 [""] "" false
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "\\07" ok 0 [""] "\a" true
// "\\377" ok 0 [""] "ÿ" true
// "\\777" ok 0 [""] "ǿ" true
// "[\\1]" "error parsing regexp: invalid escape sequence: `\\1`"
// "(?P<é>a)" "error parsing regexp: invalid named capture: `(?P<é>`"
// "(?P<_1>a)" ok 1 ["" "_1"] "a" true
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "(?P<1>a)" ok 1 ["" "1"] "a" true
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "(?:(?:^).)" ok 0 [""] "" false
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "((a)|b)" ok 2 ["" "" ""] "" false
// ")(" "error parsing regexp: unexpected ): `)(`"
// "(()" "error parsing regexp: missing closing ): `(()`"
// "(?s).*" ok 0 [""] "" false
//    posix "error parsing regexp: missing argument to repetition operator: `?`"
// "x{2,}?" ok 0 [""] "xx" false
// "x{2,}??" "error parsing regexp: invalid nested repetition operator: `{2,}??`"
