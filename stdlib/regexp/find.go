package regexp

import "io"

// first is the positions of the leftmost match and of its groups, nil without a match.
func (re *Regexp) first(s string, groups int) []int {
	if loc := search(re.expr, re.mode, s, 0, 1, groups); len(loc) > 0 {
		return loc
	}
	return nil
}

// all is the positions of at most n matches.
func (re *Regexp) all(s string, n, groups int) (locs [][]int) {
	flat := search(re.expr, re.mode, s, 0, n, groups)
	width := 2 * groups
	for len(flat) > 0 {
		locs = append(locs, flat[:width:width])
		flat = flat[width:]
	}
	return locs
}

// parts cuts a text at the positions of a match and its groups.
func parts(s string, loc []int) []string {
	if loc == nil {
		return nil
	}
	cut := make([]string, len(loc)/2)
	for i := range cut {
		if loc[2*i] >= 0 {
			cut[i] = s[loc[2*i]:loc[2*i+1]]
		}
	}
	return cut
}

// pieces is parts for bytes; groups that take no part are nil.
func pieces(b []byte, loc []int) [][]byte {
	if loc == nil {
		return nil
	}
	cut := make([][]byte, len(loc)/2)
	for i := range cut {
		if loc[2*i] >= 0 {
			cut[i] = b[loc[2*i]:loc[2*i+1]:loc[2*i+1]]
		}
	}
	return cut
}

// each maps f over matches; no matches are nil.
func each[T any](locs [][]int, f func(loc []int) T) (out []T) {
	for _, loc := range locs {
		out = append(out, f(loc))
	}
	return out
}

// FindString is the leftmost match, "" if there is none.
func (re *Regexp) FindString(s string) string {
	loc := re.first(s, 1)
	if loc == nil {
		return ""
	}
	return s[loc[0]:loc[1]]
}

// FindStringIndex is where the leftmost match begins and ends.
func (re *Regexp) FindStringIndex(s string) (m []int) { return re.first(s, 1) }

// FindStringSubmatch is the leftmost match and its groups.
func (re *Regexp) FindStringSubmatch(s string) []string {
	return parts(s, re.FindStringSubmatchIndex(s))
}

// FindStringSubmatchIndex is where the leftmost match and its groups begin and end.
func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.first(s, len(re.names)) }

// Find is the leftmost match.
func (re *Regexp) Find(b []byte) []byte {
	loc := re.FindIndex(b)
	if loc == nil {
		return nil
	}
	return b[loc[0]:loc[1]:loc[1]]
}

// FindIndex is where the leftmost match begins and ends.
func (re *Regexp) FindIndex(b []byte) (m []int) { return re.first(string(b), 1) }

// FindSubmatch is the leftmost match and its groups.
func (re *Regexp) FindSubmatch(b []byte) [][]byte { return pieces(b, re.FindSubmatchIndex(b)) }

// FindSubmatchIndex is where the leftmost match and its groups begin and end.
func (re *Regexp) FindSubmatchIndex(b []byte) []int { return re.first(string(b), len(re.names)) }

// FindReaderIndex is where the leftmost match in the text of r begins and ends.
func (re *Regexp) FindReaderIndex(r io.RuneReader) (m []int) { return re.first(readAll(r), 1) }

// FindReaderSubmatchIndex is where the leftmost match in the text of r and its groups begin and end.
func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	return re.first(readAll(r), len(re.names))
}

// FindAllString is at most n matches that do not overlap, all of them if n is negative.
func (re *Regexp) FindAllString(s string, n int) []string {
	return each(re.all(s, n, 1), func(loc []int) string { return s[loc[0]:loc[1]] })
}

// FindAllStringIndex is where they begin and end.
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int { return re.all(s, n, 1) }

// FindAllStringSubmatch is the matches with their groups.
func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	return each(re.all(s, n, len(re.names)), func(loc []int) []string { return parts(s, loc) })
}

// FindAllStringSubmatchIndex is where they begin and end.
func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return re.all(s, n, len(re.names))
}

// FindAll is at most n matches that do not overlap, all of them if n is negative.
func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	return each(re.all(string(b), n, 1), func(loc []int) []byte { return b[loc[0]:loc[1]:loc[1]] })
}

// FindAllIndex is where they begin and end.
func (re *Regexp) FindAllIndex(b []byte, n int) [][]int { return re.all(string(b), n, 1) }

// FindAllSubmatch is the matches with their groups.
func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	return each(re.all(string(b), n, len(re.names)), func(loc []int) [][]byte { return pieces(b, loc) })
}

// FindAllSubmatchIndex is where they begin and end.
func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.all(string(b), n, len(re.names))
}

// Split cuts s at the matches, into at most n pieces unless n is negative.
func (re *Regexp) Split(s string, n int) []string {
	switch {
	case n == 0:
		return nil
	case s == "" && re.expr != "":
		return []string{""}
	}
	list, from, atEnd := []string{}, 0, false
	for _, loc := range re.all(s, n, 1) {
		if len(list)+1 == n {
			break
		}
		if loc[1] > 0 { // not an empty match at the beginning
			list = append(list, s[from:loc[0]])
		}
		from, atEnd = loc[1], loc[0] == len(s)
	}
	if len(s) == 0 || atEnd {
		return list
	}
	return append(list, s[from:])
}
