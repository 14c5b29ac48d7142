// Package encoding has the interfaces by which a value says how it is written as bytes or text.
package encoding

// BinaryMarshaler writes itself as bytes.
type BinaryMarshaler interface {
	MarshalBinary() (data []byte, err error)
}

// BinaryUnmarshaler reads itself from bytes, which it must copy to keep.
type BinaryUnmarshaler interface {
	UnmarshalBinary(data []byte) error
}

// BinaryAppender appends its bytes to b.
type BinaryAppender interface {
	AppendBinary(b []byte) ([]byte, error)
}

// TextMarshaler writes itself as UTF-8 text.
type TextMarshaler interface {
	MarshalText() (text []byte, err error)
}

// TextUnmarshaler reads itself from text, which it must copy to keep.
type TextUnmarshaler interface {
	UnmarshalText(text []byte) error
}

// TextAppender appends its text to b.
type TextAppender interface {
	AppendText(b []byte) ([]byte, error)
}
