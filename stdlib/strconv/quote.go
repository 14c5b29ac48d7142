package strconv

// How quoteWith treats what is not ASCII.
const (
	keepPrint = iota
	onlyASCII
	keepGraphic
)

// quoteWith quotes s, which is one rune if quote is a single quote.
func quoteWith(s string, quote byte, mode int) string

// unquote interprets the literal s; ok is false if it is none. unquotePrefix finds the literal s starts with.
func unquote(s string) (out string, ok bool)
func unquotePrefix(s string) (n int, ok bool)
func unquoteChar(s string, quote byte) (value rune, multibyte bool, n int, ok bool)

// IsPrint reports whether Quote would leave r as it is.
func IsPrint(r rune) bool

// IsGraphic is IsPrint, with the spaces of Unicode, too.
func IsGraphic(r rune) bool

// CanBackquote reports whether s may be written on one line between backquotes.
func CanBackquote(s string) bool

// Quote is s as a string literal of Go.
func Quote(s string) string { return quoteWith(s, '"', keepPrint) }

// AppendQuote appends Quote(s).
func AppendQuote(dst []byte, s string) []byte { return append(dst, Quote(s)...) }

// QuoteToASCII is Quote with everything else than ASCII escaped.
func QuoteToASCII(s string) string { return quoteWith(s, '"', onlyASCII) }

// AppendQuoteToASCII appends QuoteToASCII(s).
func AppendQuoteToASCII(dst []byte, s string) []byte { return append(dst, QuoteToASCII(s)...) }

// QuoteToGraphic is Quote that leaves what IsGraphic is true of.
func QuoteToGraphic(s string) string { return quoteWith(s, '"', keepGraphic) }

// AppendQuoteToGraphic appends QuoteToGraphic(s).
func AppendQuoteToGraphic(dst []byte, s string) []byte { return append(dst, QuoteToGraphic(s)...) }

// QuoteRune is r as a rune literal of Go.
func QuoteRune(r rune) string { return quoteWith(string(r), '\'', keepPrint) }

// AppendQuoteRune appends QuoteRune(r).
func AppendQuoteRune(dst []byte, r rune) []byte { return append(dst, QuoteRune(r)...) }

// QuoteRuneToASCII is QuoteRune with everything else than ASCII escaped.
func QuoteRuneToASCII(r rune) string { return quoteWith(string(r), '\'', onlyASCII) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r).
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return append(dst, QuoteRuneToASCII(r)...) }

// QuoteRuneToGraphic is QuoteRune that leaves what IsGraphic is true of.
func QuoteRuneToGraphic(r rune) string { return quoteWith(string(r), '\'', keepGraphic) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r).
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return append(dst, QuoteRuneToGraphic(r)...)
}

// Unquote interprets s as a string or rune literal of Go.
func Unquote(s string) (string, error) {
	out, ok := unquote(s)
	if !ok {
		return "", ErrSyntax
	}
	return out, nil
}

// QuotedPrefix is the literal that s starts with.
func QuotedPrefix(s string) (string, error) {
	n, ok := unquotePrefix(s)
	if !ok {
		return "", ErrSyntax
	}
	return s[:n], nil
}

// UnquoteChar decodes the first character of the inside of a literal with the given quote. multibyte
// says whether its UTF-8 encoding is longer than a byte.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	value, multibyte, n, ok := unquoteChar(s, quote)
	if !ok {
		return 0, false, "", ErrSyntax
	}
	return value, multibyte, s[n:], nil
}
