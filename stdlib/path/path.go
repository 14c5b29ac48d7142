// Package path has functions on paths with slashes.
package path

import "errors"

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Clean is the shortest path that means the same.
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	var out []byte
	if rooted {
		out = append(out, '/')
	}
	floor := len(out) // what .. can not remove
	for i := 0; i < len(path); {
		j := i
		for j < len(path) && path[j] != '/' {
			j++
		}
		elem := path[i:j]
		i = j + 1
		switch elem {
		case "", ".":
			continue
		case "..":
			if len(out) > floor {
				n := len(out) - 1
				for n > floor && out[n] != '/' {
					n--
				}
				out = out[:n]
				continue
			}
			if rooted {
				continue
			}
		}
		if n := len(out); n > 0 && out[n-1] != '/' {
			out = append(out, '/')
		}
		out = append(out, elem...)
		if elem == ".." {
			floor = len(out)
		}
	}
	if len(out) == 0 {
		return "."
	}
	return string(out)
}

func lastSlash(s string) int {
	i := len(s) - 1
	for i >= 0 && s[i] != '/' {
		i--
	}
	return i
}

// Split cuts path after its last slash.
func Split(path string) (dir, file string) {
	i := lastSlash(path)
	return path[:i+1], path[i+1:]
}

// Join joins the elements that are not empty with slashes, and cleans the result.
func Join(elem ...string) string {
	s := ""
	for _, e := range elem {
		if e == "" {
			continue
		}
		if s != "" {
			s += "/"
		}
		s += e
	}
	if s == "" {
		return ""
	}
	return Clean(s)
}

// Ext is the suffix from the last dot of the last element on.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base is the last element.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	path = path[lastSlash(path)+1:]
	if path == "" {
		return "/"
	}
	return path
}

// IsAbs reports whether path begins with a slash.
func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// Dir is all but the last element, cleaned.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// Match reports whether name matches the pattern: * any run without slashes, ? any one character but a slash,
// [a-z] and [^a-z] a class, \c the character c.
func Match(pattern, name string) (matched bool, err error) {
	p, n := []rune(pattern), []rune(name)
	if err := check(p); err != nil {
		return false, err
	}
	return match(p, n), nil
}

// check finds what is malformed in the pattern.
func check(p []rune) error {
	for i := 0; i < len(p); i++ {
		switch p[i] {
		case '\\':
			if i++; i == len(p) {
				return ErrBadPattern
			}
		case '[':
			end := classEnd(p, i)
			if end < 0 {
				return ErrBadPattern
			}
			i = end
		}
	}
	return nil
}

// classEnd is where the class that begins at p[i] ends, negative if it is malformed.
func classEnd(p []rune, i int) int {
	i++
	if i < len(p) && p[i] == '^' {
		i++
	}
	for ranges := 0; ; ranges++ {
		if i >= len(p) {
			return -1
		}
		if p[i] == ']' && ranges > 0 {
			return i
		}
		if i = classChar(p, i); i < 0 {
			return -1
		}
		if i < len(p) && p[i] == '-' {
			if i = classChar(p, i+1); i < 0 {
				return -1
			}
		}
	}
}

// classChar is behind the character of a class at p[i], negative if there can be none.
func classChar(p []rune, i int) int {
	if i >= len(p) || p[i] == '-' || p[i] == ']' {
		return -1
	}
	if p[i] == '\\' {
		i++
	}
	if i+1 >= len(p) {
		return -1
	}
	return i + 1
}

func inClass(p []rune, c rune) bool {
	i, negated := 1, false
	if p[i] == '^' {
		i, negated = 2, true
	}
	found := false
	for i < len(p)-1 {
		if p[i] == '\\' {
			i++
		}
		lo := p[i]
		hi := lo
		if i++; p[i] == '-' {
			if i++; p[i] == '\\' {
				i++
			}
			hi = p[i]
			i++
		}
		found = found || lo <= c && c <= hi
	}
	return found != negated
}

func match(p, n []rune) bool {
	for len(p) > 0 {
		if p[0] == '*' {
			for len(p) > 0 && p[0] == '*' {
				p = p[1:]
			}
			for {
				if match(p, n) {
					return true
				}
				if len(n) == 0 || n[0] == '/' {
					return false
				}
				n = n[1:]
			}
		}
		if len(n) == 0 {
			return false
		}
		switch p[0] {
		case '?':
			if n[0] == '/' {
				return false
			}
		case '[':
			end := classEnd(p, 0)
			if !inClass(p[:end+1], n[0]) {
				return false
			}
			p = p[end:]
		case '\\':
			p = p[1:]
			fallthrough
		default:
			if p[0] != n[0] {
				return false
			}
		}
		p, n = p[1:], n[1:]
	}
	return len(n) == 0
}
