package slog

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Kind says what a Value holds.
type Kind int

// The kinds.
const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

var kindNames = [...]string{
	"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer",
}

// String is the name.
func (k Kind) String() string {
	if k < 0 || int(k) >= len(kindNames) {
		return "<unknown slog.Kind>"
	}
	return kindNames[k]
}

// A Value is anything, small values without an allocation. Its zero value is nil.
type Value struct {
	_    [0]func() // not comparable
	kind Kind
	num  uint64 // of numbers and bools
	any  any    // of other kinds: string, time.Time, []Attr
}

// StringValue holds a string.
func StringValue(value string) Value { return Value{kind: KindString, any: value} }

// IntValue holds an int64.
func IntValue(v int) Value { return Int64Value(int64(v)) }

// Int64Value holds an int64.
func Int64Value(v int64) Value { return Value{kind: KindInt64, num: uint64(v)} }

// Uint64Value holds a uint64.
func Uint64Value(v uint64) Value { return Value{kind: KindUint64, num: v} }

// Float64Value holds a float64.
func Float64Value(v float64) Value { return Value{kind: KindFloat64, num: math.Float64bits(v)} }

// BoolValue holds a bool.
func BoolValue(v bool) Value {
	if v {
		return Value{kind: KindBool, num: 1}
	}
	return Value{kind: KindBool}
}

// DurationValue holds a duration.
func DurationValue(v time.Duration) Value { return Value{kind: KindDuration, num: uint64(v)} }

// TimeValue holds a time, without its monotonic clock.
func TimeValue(v time.Time) Value { return Value{kind: KindTime, any: v.Round(0)} }

// GroupValue holds attributes, those that are not empty groups.
func GroupValue(as ...Attr) Value {
	return Value{kind: KindGroup, any: withoutEmptyGroups(as)}
}

func withoutEmptyGroups(as []Attr) []Attr {
	if !slices.ContainsFunc(as, func(a Attr) bool { return a.Value.isEmptyGroup() }) {
		return as
	}
	return slices.DeleteFunc(slices.Clone(as), func(a Attr) bool { return a.Value.isEmptyGroup() })
}

// AnyValue holds v as the kind that is made for it.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case Value:
		return v
	case string:
		return StringValue(v)
	case bool:
		return BoolValue(v)
	case time.Duration:
		return DurationValue(v)
	case time.Time:
		return TimeValue(v)
	case []Attr:
		return GroupValue(v...)
	case Kind:
		return Value{any: v}
	case LogValuer:
		return Value{kind: KindLogValuer, any: v}
	case int:
		return Int64Value(int64(v))
	case int8:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int32:
		return Int64Value(int64(v))
	case int64:
		return Int64Value(v)
	case uint:
		return Uint64Value(uint64(v))
	case uint8:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint32:
		return Uint64Value(uint64(v))
	case uint64:
		return Uint64Value(v)
	case uintptr:
		return Uint64Value(uint64(v))
	case float32:
		return Float64Value(float64(v))
	case float64:
		return Float64Value(v)
	}
	return Value{any: v}
}

// Kind says what v holds.
func (v Value) Kind() Kind { return v.kind }

// need panics if v is of another kind.
func (v Value) need(k Kind) Value {
	if v.kind != k {
		panic(fmt.Sprintf("Value kind is %s, not %s", v.kind, k))
	}
	return v
}

// Int64 is what v holds, an int64.
func (v Value) Int64() int64 { return int64(v.need(KindInt64).num) }

// Uint64 is what v holds, a uint64.
func (v Value) Uint64() uint64 { return v.need(KindUint64).num }

// Bool is what v holds, a bool.
func (v Value) Bool() bool { return v.need(KindBool).num == 1 }

// Float64 is what v holds, a float64.
func (v Value) Float64() float64 { return math.Float64frombits(v.need(KindFloat64).num) }

// Duration is what v holds, a duration.
func (v Value) Duration() time.Duration { return time.Duration(v.need(KindDuration).num) }

// Time is what v holds, a time.
func (v Value) Time() time.Time { return v.need(KindTime).any.(time.Time) }

// LogValuer is what v holds, a LogValuer.
func (v Value) LogValuer() LogValuer { return v.any.(LogValuer) }

// Group is what v holds, attributes.
func (v Value) Group() []Attr {
	if v.kind != KindGroup {
		panic("Group: bad kind")
	}
	return v.any.([]Attr)
}

// Any is what v holds.
func (v Value) Any() any {
	switch v.kind {
	case KindInt64:
		return v.Int64()
	case KindUint64:
		return v.num
	case KindFloat64:
		return v.Float64()
	case KindBool:
		return v.num == 1
	case KindDuration:
		return v.Duration()
	}
	return v.any
}

// String is what v holds as text.
func (v Value) String() string { return string(v.appendText(nil)) }

func (v Value) appendText(dst []byte) []byte {
	switch v.kind {
	case KindString:
		return append(dst, v.any.(string)...)
	case KindInt64:
		return strconv.AppendInt(dst, v.Int64(), 10)
	case KindUint64:
		return strconv.AppendUint(dst, v.num, 10)
	case KindFloat64:
		return strconv.AppendFloat(dst, v.Float64(), 'g', -1, 64)
	case KindBool:
		return strconv.AppendBool(dst, v.num == 1)
	case KindDuration:
		return append(dst, v.Duration().String()...)
	case KindTime:
		return append(dst, v.Time().String()...)
	}
	return fmt.Append(dst, v.any)
}

// Equal reports whether v and w are of one kind and hold the same.
func (v Value) Equal(w Value) bool {
	if v.kind != w.kind {
		return false
	}
	switch v.kind {
	case KindTime:
		return v.Time().Equal(w.Time())
	case KindFloat64:
		return v.Float64() == w.Float64()
	case KindGroup:
		return slices.EqualFunc(v.Group(), w.Group(), Attr.Equal)
	}
	return v.num == w.num && v.any == w.any
}

func (v Value) isEmptyGroup() bool { return v.kind == KindGroup && len(v.Group()) == 0 }

// A LogValuer is logged as another value.
type LogValuer interface {
	LogValue() Value
}

// Resolve calls LogValue until there is none.
func (v Value) Resolve() (rv Value) {
	const most = 100
	defer func() {
		if r := recover(); r != nil {
			rv = AnyValue(fmt.Errorf("LogValue panicked\n%s", callers()))
		}
	}()
	rv = v
	for range most {
		if rv.kind != KindLogValuer {
			return rv
		}
		rv = rv.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on Value of type %T", v.Any()))
}

// callers names the functions below a LogValue that panicked.
func callers() string {
	const most = 5
	var pcs [most + 1]uintptr
	n := runtime.Callers(4, pcs[:])
	if n == 0 {
		return "(no stack)"
	}
	var b strings.Builder
	frames := runtime.CallersFrames(pcs[:n])
	for i := 1; ; i++ {
		f, more := frames.Next()
		fmt.Fprintf(&b, "called from %s (%s:%d)\n", f.Function, f.File, f.Line)
		if !more {
			break
		}
		if i == most {
			b.WriteString("(rest of stack elided)\n")
			break
		}
	}
	return b.String()
}

// An Attr is a key and a value.
type Attr struct {
	Key   string
	Value Value
}

// String is an attribute with a string.
func String(key, value string) Attr { return Attr{key, StringValue(value)} }

// Int64 is an attribute with an int64.
func Int64(key string, value int64) Attr { return Attr{key, Int64Value(value)} }

// Int is an attribute with an int64.
func Int(key string, value int) Attr { return Attr{key, IntValue(value)} }

// Uint64 is an attribute with a uint64.
func Uint64(key string, v uint64) Attr { return Attr{key, Uint64Value(v)} }

// Float64 is an attribute with a float64.
func Float64(key string, v float64) Attr { return Attr{key, Float64Value(v)} }

// Bool is an attribute with a bool.
func Bool(key string, v bool) Attr { return Attr{key, BoolValue(v)} }

// Time is an attribute with a time.
func Time(key string, v time.Time) Attr { return Attr{key, TimeValue(v)} }

// Duration is an attribute with a duration.
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }

// Any is an attribute with any value.
func Any(key string, value any) Attr { return Attr{key, AnyValue(value)} }

// Group is an attribute with attributes, given as Logger.Log takes them.
func Group(key string, args ...any) Attr { return Attr{key, GroupValue(attrsOf(args)...)} }

// GroupAttrs is an attribute with attributes.
func GroupAttrs(key string, attrs ...Attr) Attr { return Attr{key, GroupValue(attrs...)} }

// Equal reports whether keys and values are equal.
func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

// String is "key=value".
func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

// isZero reports whether a says nothing at all.
func (a Attr) isZero() bool { return a.Key == "" && a.Value.kind == KindAny && a.Value.any == nil }

const badKey = "!BADKEY"

// firstAttr takes an attribute off args: an Attr, or a key and a value.
func firstAttr(args []any) (Attr, []any) {
	switch x := args[0].(type) {
	case Attr:
		return x, args[1:]
	case string:
		if len(args) > 1 {
			return Any(x, args[1]), args[2:]
		}
	}
	return Any(badKey, args[0]), args[1:]
}

func attrsOf(args []any) (attrs []Attr) {
	for len(args) > 0 {
		var a Attr
		a, args = firstAttr(args)
		attrs = append(attrs, a)
	}
	return attrs
}
