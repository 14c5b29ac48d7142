package regexp

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// replace copies s with something else for each match.
func (re *Regexp) replace(s string, groups int, with func(dst []byte, loc []int) []byte) ([]byte, bool) {
	var out []byte
	from := 0
	locs := re.all(s, -1, groups)
	for _, loc := range locs {
		out = append(out, s[from:loc[0]]...)
		out = with(out, loc)
		from = loc[1]
	}
	return append(out, s[from:]...), locs != nil
}

// replaceString is replace, and s itself without a match.
func (re *Regexp) replaceString(s string, groups int, with func(dst []byte, loc []int) []byte) string {
	if out, found := re.replace(s, groups, with); found {
		return string(out)
	}
	return s
}

// ReplaceAllString is src with repl for each match, in which $1 and ${name} stand for groups.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	if strings.IndexByte(repl, '$') < 0 {
		return re.ReplaceAllLiteralString(src, repl)
	}
	return re.replaceString(src, len(re.names), func(dst []byte, loc []int) []byte {
		return re.ExpandString(dst, repl, src, loc)
	})
}

// ReplaceAllLiteralString is src with repl for each match.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return re.replaceString(src, 1, func(dst []byte, loc []int) []byte { return append(dst, repl...) })
}

// ReplaceAllStringFunc is src with what repl makes of each match.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return re.replaceString(src, 1, func(dst []byte, loc []int) []byte {
		return append(dst, repl(src[loc[0]:loc[1]])...)
	})
}

// ReplaceAll is src with repl for each match, in which $1 and ${name} stand for groups.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	s, template := string(src), string(repl)
	out, _ := re.replace(s, len(re.names), func(dst []byte, loc []int) []byte {
		return re.ExpandString(dst, template, s, loc)
	})
	return out
}

// ReplaceAllLiteral is src with repl for each match.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	out, _ := re.replace(string(src), 1, func(dst []byte, loc []int) []byte { return append(dst, repl...) })
	return out
}

// ReplaceAllFunc is src with what repl makes of each match.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	out, _ := re.replace(string(src), 1, func(dst []byte, loc []int) []byte {
		return append(dst, repl(src[loc[0]:loc[1]])...)
	})
	return out
}

// Expand appends template to dst, with the groups of a match in src in place of $1, ${name} and the like.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.ExpandString(dst, string(template), string(src), match)
}

// ExpandString is Expand for strings.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	for {
		before, after, ok := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !ok {
			return dst
		}
		template = after
		if rest, ok := strings.CutPrefix(after, "$"); ok {
			dst = append(dst, '$')
			template = rest
			continue
		}
		name, number, rest, ok := variable(after)
		if !ok {
			dst = append(dst, '$')
			continue
		}
		template = rest
		if number >= 0 {
			dst = appendGroup(dst, src, match, number)
			continue
		}
		for i, other := range re.names {
			if other == name && 2*i+1 < len(match) && match[2*i] >= 0 {
				dst = appendGroup(dst, src, match, i)
				break
			}
		}
	}
}

func appendGroup(dst []byte, src string, match []int, i int) []byte {
	if 2*i+1 >= len(match) || match[2*i] < 0 {
		return dst
	}
	return append(dst, src[match[2*i]:match[2*i+1]]...)
}

// variable takes the name off a text behind "$": as many letters, digits and underscores as there are, or what stands in
// braces. number is what the name says if it consists of digits, else -1.
func variable(s string) (name string, number int, rest string, ok bool) {
	inner, braced := strings.CutPrefix(s, "{")
	end := 0
	for end < len(inner) {
		r, size := utf8.DecodeRuneInString(inner[end:])
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		end += size
	}
	name, rest = inner[:end], inner[end:]
	if name == "" {
		return "", 0, "", false
	}
	if braced {
		if rest, ok = strings.CutPrefix(rest, "}"); !ok {
			return "", 0, "", false
		}
	}
	if n, err := strconv.Atoi(name); err != nil || n > 1e9 || strconv.Itoa(n) != name {
		number = -1
	} else {
		number = n
	}
	return name, number, rest, true
}
