package rt

// The natives below look inside a value held in an any. They only read. Kinds are numbered as in reflect.

// Kinds of types.
const (
	Invalid = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Flags of AppendValue.
const (
	Plus   = 1 << iota // +
	Minus              // -
	Sharp              // #
	Space              // ' '
	Zero               // 0
	PlusV              // %+v
	SharpV             // %#v
	Plain              // no method is to be called for v or anything inside it
)

// Kind is the kind of v's dynamic type, Invalid for nil.
func Kind(v any) int

// TypeString is v's dynamic type as %T prints it.
func TypeString(v any) string

// TypeName is the name of v's dynamic type with its package's path, such as "net/http.Header"; "" if unnamed.
func TypeName(v any) string

// SameType reports whether v and w have the same dynamic type.
func SameType(v, w any) bool

// Comparable reports whether values of v's dynamic type may be compared with ==.
func Comparable(v any) bool

// IsNil reports whether v is nil, or a nil pointer, map, slice, func, channel or unsafe pointer.
func IsNil(v any) bool

// Len is the length of an array, slice, string, map or channel, or of the array a pointer points to.
func Len(v any) int

// ElemKind is the kind of the element type of an array, slice, pointer, channel or map.
func ElemKind(v any) int

// ElemTypeString is the element type as %T would print it.
func ElemTypeString(v any) string

// Reflected tells whether v is a reflect.Value, and then what it holds (of an interface what that holds), whether that is
// anything, whether its methods may be called, and whether it is of interface type.
func Reflected(v any) (is bool, held any, valid, open, iface bool)

// KeyTypeString is the key type of a map as %T would print it.
func KeyTypeString(v any) string

// Index is element i of an array or slice. An element of interface type comes as its dynamic value.
func Index(v any, i int) any

// Elem is what the non-nil pointer v points to.
func Elem(v any) any

// NumField is the number of fields of a struct.
func NumField(v any) int

// Field is field i of a struct. A field of interface type comes as its dynamic value.
func Field(v any, i int) any

// FieldInfo describes field i: exported tells whether the name is, embedded whether it is an embedded field.
func FieldInfo(v any, i int) (name, typ, tag string, exported, embedded bool)

// MapEntries are the keys and values of a map, in the order in which fmt prints them.
func MapEntries(v any) (keys, values []any)

// Assign stores v in *target and reports true if v's dynamic type is assignable to what target points to.
func Assign(target, v any) bool

// AssignState classifies a target for Assign: 0 good, 1 nil, 2 not a non-nil pointer,
// 3 what it points to is neither an interface nor an error.
func AssignState(target any) int

// Swap exchanges elements i and j of a slice.
func Swap(slice any, i, j int)

// StoreInt, StoreUint, StoreFloat, StoreComplex, StoreBool and StoreString set what the pointer p points to, of any
// type of the matching kind (StoreString takes []byte, too). They report whether the kind and the range fit.
func StoreInt(p any, x int64) bool

// StoreUint sets an unsigned integer.
func StoreUint(p any, x uint64) bool

// StoreFloat sets a floating-point number.
func StoreFloat(p any, x float64) bool

// StoreComplex sets a complex number.
func StoreComplex(p any, x complex128) bool

// StoreBool sets a boolean.
func StoreBool(p any, x bool) bool

// StoreString sets a string or a byte slice.
func StoreString(p any, x string) bool

// AppendValue appends v as fmt prints it for the verb (bad verbs as %!d(string=x), too). wid and prec are
// -1 when absent; depth is 0 for an operand itself and positive inside another value, where pointers print as addresses.
// It appends nothing and reports false if a method would have to be called: Format for every
// verb; GoString for %#v; Error and String for %v %s %x %X %q. With Plain it calls none and always succeeds.
func AppendValue(buf []byte, v any, verb rune, flags uint, wid, prec, depth int) ([]byte, bool)

// PanicText is what a report says of a panic with v, which has neither an Error nor a String method.
func PanicText(v any) string

// IndentLines puts a tab in front of all lines but the first.
func IndentLines(s string) string

// AppendOperands appends the operands a[from:] as Print does, or as Println (without the newline) if ln is true. It
// stops before the first one that AppendValue would refuse and returns its index, len(a) at the end.
func AppendOperands(buf []byte, a []any, from int, ln bool) ([]byte, int)

// AppendFormat interprets format from byte pos on, with operands from a[arg] on. It stops at the first
// % that it leaves to Go: one with * or [ in it, one that lacks an operand, one of %w, one that AppendValue would refuse.
// It returns where it stopped.
func AppendFormat(buf []byte, format string, pos int, a []any, arg int) (out []byte, newPos, newArg int)

// Token finds the first word of b: it is b[start:end]. end is negative if there is none or it reaches the end of b. decimal tells
// that it is n, a number of at most 18 decimal digits that does not begin with 0.
func Token(b []byte) (start, end int, n int64, decimal bool)

// UnsafeString is the bytes of b as a string, without copying: b must not be changed any more.
func UnsafeString(b []byte) string
