// Package syntax has the errors of regular expressions.
package syntax

// ErrorCode is what is wrong with an expression.
type ErrorCode string

// All that can be wrong.
const (
	// Something is missing.
	ErrMissingParen          ErrorCode = "missing closing )"
	ErrMissingBracket        ErrorCode = "missing closing ]"
	ErrTrailingBackslash     ErrorCode = "trailing backslash at end of expression"
	ErrMissingRepeatArgument ErrorCode = "missing argument to repetition operator"

	// Something is too much.
	ErrLarge             ErrorCode = "expression too large"
	ErrNestingDepth      ErrorCode = "expression nests too deeply"
	ErrInvalidRepeatSize ErrorCode = "invalid repeat count"
	ErrInvalidRepeatOp   ErrorCode = "invalid nested repetition operator"
	ErrUnexpectedParen   ErrorCode = "unexpected )"

	// Something is not understood.
	ErrInvalidPerlOp       ErrorCode = "invalid or unsupported Perl syntax"
	ErrInvalidNamedCapture ErrorCode = "invalid named capture"
	ErrInvalidEscape       ErrorCode = "invalid escape sequence"
	ErrInvalidCharRange    ErrorCode = "invalid character class range"
	ErrInvalidCharClass    ErrorCode = "invalid character class"
	ErrInvalidUTF8         ErrorCode = "invalid UTF-8"
	ErrInternalError       ErrorCode = "regexp/syntax: internal error"
)

func (e ErrorCode) String() string { return string(e) }

// Error is a mistake in an expression: what, and where.
type Error struct {
	Code ErrorCode
	Expr string
}

func (e *Error) Error() string {
	return "error parsing regexp: " + e.Code.String() + ": `" + e.Expr + "`"
}

// IsWordChar reports whether \b takes r for a part of a word.
func IsWordChar(r rune) bool {
	return r == '_' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
}
