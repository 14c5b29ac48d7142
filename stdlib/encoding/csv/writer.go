package csv

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Writer writes records. Flush must be called at the end.
type Writer struct {
	Comma   rune // between fields
	UseCRLF bool // ends lines with \r\n
	out     *bufio.Writer
}

// NewWriter writes to w.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', out: bufio.NewWriter(w)} }

// Write writes a record, with quotes where they are needed.
func (w *Writer) Write(record []string) error {
	if !usable(w.Comma) {
		return errDelimiter
	}
	for i, field := range record {
		if i > 0 {
			w.out.WriteRune(w.Comma)
		}
		if w.needsQuotes(field) {
			field = w.quote(field)
		}
		if _, err := w.out.WriteString(field); err != nil {
			return err
		}
	}
	_, err := w.out.WriteString(w.newline())
	return err
}

func (w *Writer) newline() string {
	if w.UseCRLF {
		return "\r\n"
	}
	return "\n"
}

func (w *Writer) quote(field string) string {
	changes := []string{`"`, `""`}
	if w.UseCRLF {
		changes = append(changes, "\r", "", "\n", "\r\n")
	}
	return `"` + strings.NewReplacer(changes...).Replace(field) + `"`
}

// needsQuotes reports whether a field would be read otherwise without quotes. `\.` alone ends a table for some programs.
func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	first, _ := utf8.DecodeRuneInString(field)
	return field == `\.` || unicode.IsSpace(first) || strings.ContainsAny(field, "\"\r\n") || strings.ContainsRune(field, w.Comma)
}

// WriteAll writes records and flushes.
func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.out.Flush()
}

// Flush writes what is buffered. Error tells whether that worked.
func (w *Writer) Flush() { w.out.Flush() }

// Error is what went wrong so far.
func (w *Writer) Error() error {
	_, err := w.out.Write(nil)
	return err
}
