package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, w := range strings.Fields(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(w) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += w
	}
	return append(lines, line)
}

func justify(line string, width int) string {
	words := strings.Fields(line)
	gaps := len(words) - 1
	if gaps == 0 {
		return line
	}
	spaces := width - utf8.RuneCountInString(strings.Join(words, ""))
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w)
		if i < gaps {
			n := spaces / gaps
			if i < spaces%gaps {
				n++
			}
			b.WriteString(strings.Repeat(" ", n))
		}
	}
	return b.String()
}

func title(s string) string {
	up := true
	return strings.Map(func(r rune) rune {
		defer func() { up = unicode.IsSpace(r) || r == '-' }()
		if up {
			return unicode.ToUpper(r)
		}
		return unicode.ToLower(r)
	}, s)
}

func main() {
	text := "Do not communicate by sharing memory; instead, share memory by communicating. Ünïcödé wörds coünt ås rünes."
	lines := wrap(text, 28)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for i, l := range lines {
		if i < len(lines)-1 {
			l = justify(l, 28)
		}
		fmt.Fprintf(out, "|%-28s|\n", l)
	}
	counts := map[string]int{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		counts[w]++
	}
	var ws []string
	for w := range counts {
		ws = append(ws, w)
	}
	sort.Slice(ws, func(i, j int) bool {
		if counts[ws[i]] != counts[ws[j]] {
			return counts[ws[i]] > counts[ws[j]]
		}
		return ws[i] < ws[j]
	})
	for _, w := range ws[:4] {
		fmt.Fprintf(out, "%8s %s %+d %05.1f%%\n", w, strings.Repeat("#", counts[w]), counts[w], 100*float64(counts[w])/float64(len(ws)))
	}
	fmt.Fprintln(out, title("the QUICK bröwn-fox éclair"))
}

// Output:
// |Do    not   communicate   by|
// |sharing   memory;   instead,|
// |share        memory       by|
// |communicating. Ünïcödé wörds|
// |coünt ås rünes.             |
//       by ## +2 014.3%
//   memory ## +2 014.3%
// communicate # +1 007.1%
// communicating # +1 007.1%
// The Quick Bröwn-Fox Éclair
