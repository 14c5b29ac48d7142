package time

import "errors"

// Layouts show how Mon Jan 2 15:04:05 MST 2006 would be written.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// element is what a piece of a layout stands for. The native nextElement knows the numbers.
type element int

const (
	none element = iota
	longMonth
	shortMonth
	numMonth
	zeroMonth
	longWeekday
	shortWeekday
	numDay
	underDay
	zeroDay
	underYearDay
	zeroYearDay
	hour24
	hour12
	zeroHour12
	numMinute
	zeroMinute
	numSecond
	zeroSecond
	longYear
	shortYear
	upperPM
	lowerPM
	zoneAbbr
	zoneISO    // Z07, Z0700, Z07:00, Z070000, Z07:00:00
	zoneNum    // -07, -0700, -07:00, -070000, -07:00:00
	fraction0s // .000
	fraction9s // .999
)

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// nextElement finds the first element of a layout: its text is layout[start:end].
func nextElement(layout string) (elem, start, end int)

func next(layout string) (elem element, start, end int) {
	e, start, end := nextElement(layout)
	return element(e), start, end
}

// appendInt appends x with at least width digits.
func appendInt(b []byte, x int, width int) []byte {
	u := uint(x)
	if x < 0 {
		b = append(b, '-')
		u = -u
	}
	var digits [20]byte
	i := len(digits)
	for u > 0 || width > 0 || i == len(digits) {
		i--
		digits[i] = byte('0' + u%10)
		u /= 10
		width--
	}
	return append(b, digits[i:]...)
}

// String is t in the layout "2006-01-02 15:04:05.999999999 -0700 MST", and the reading of the monotonic clock.
func (t Time) String() string {
	b := t.AppendFormat(nil, "2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic != 0 {
		m, sign := uint64(t.ext), byte('+')
		if t.ext < 0 {
			m, sign = -m, '-'
		}
		b = append(append(b, " m="...), sign)
		b = appendInt(b, int(m/1e9), 0)
		b = appendInt(append(b, '.'), int(m%1e9), 9)
	}
	return string(b)
}

// GoString is t as a call of Date.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	b := append(appendInt([]byte("time.Date("), year, 0), ", time."...)
	b = append(b, month.String()...)
	for _, n := range [...]int{day, hour, min, sec, t.Nanosecond()} {
		b = appendInt(append(b, ", "...), n, 0)
	}
	b = append(b, ", "...)
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, "time.UTC"...)
	case Local:
		b = append(b, "time.Local"...)
	default:
		b = append(append(append(b, "time.Location("...), quote(loc.name)...), ')')
	}
	return string(append(b, ')'))
}

// Format is t written as the layout says.
func (t Time) Format(layout string) string { return string(t.AppendFormat(nil, layout)) }

// AppendFormat appends Format(layout).
func (t Time) AppendFormat(b []byte, layout string) []byte {
	name, offset := t.Zone()
	days, clock := split(t.unixSec() + int64(offset))
	year, month, day := civil(days)
	hour, min, sec := clock/3600, clock/60%60, clock%60
	for layout != "" {
		elem, start, end := next(layout)
		b = append(b, layout[:start]...)
		text := layout[start:end]
		layout = layout[end:]
		switch elem {
		case none:
			return b
		case longYear:
			b = appendInt(b, year, 4)
		case shortYear:
			b = appendInt(b, max(year, -year)%100, 2)
		case longMonth:
			b = append(b, month.String()...)
		case shortMonth:
			b = append(b, month.String()[:3]...)
		case numMonth:
			b = appendInt(b, int(month), 0)
		case zeroMonth:
			b = appendInt(b, int(month), 2)
		case longWeekday:
			b = append(b, weekday(days).String()...)
		case shortWeekday:
			b = append(b, weekday(days).String()[:3]...)
		case numDay:
			b = appendInt(b, day, 0)
		case underDay:
			if day < 10 {
				b = append(b, ' ')
			}
			b = appendInt(b, day, 0)
		case zeroDay:
			b = appendInt(b, day, 2)
		case underYearDay, zeroYearDay:
			yday := int(days-daysSinceEpoch(year, January)) + 1
			if elem == zeroYearDay {
				b = appendInt(b, yday, 3)
				break
			}
			if yday < 100 {
				b = append(b, ' ')
				if yday < 10 {
					b = append(b, ' ')
				}
			}
			b = appendInt(b, yday, 0)
		case hour24:
			b = appendInt(b, hour, 2)
		case hour12:
			b = appendInt(b, (hour+11)%12+1, 0)
		case zeroHour12:
			b = appendInt(b, (hour+11)%12+1, 2)
		case numMinute:
			b = appendInt(b, min, 0)
		case zeroMinute:
			b = appendInt(b, min, 2)
		case numSecond:
			b = appendInt(b, sec, 0)
		case zeroSecond:
			b = appendInt(b, sec, 2)
		case upperPM, lowerPM:
			half := "AM"
			if hour >= 12 {
				half = "PM"
			}
			if elem == lowerPM {
				half = string([]byte{half[0] | 0x20, 'm'})
			}
			b = append(b, half...)
		case zoneISO, zoneNum:
			if elem == zoneISO && offset == 0 {
				b = append(b, 'Z')
				break
			}
			b = appendOffset(b, offset, text)
		case zoneAbbr:
			if name != "" {
				b = append(b, name...)
			} else {
				b = appendOffset(b, offset, "-0700")
			}
		case fraction0s, fraction9s:
			from := len(b)
			n := t.Nanosecond()
			digits := len(text) - 1
			b = append(b, text[0])
			b = appendInt(b, n, 9)
			for ; digits > 9; digits-- {
				b = append(b, '0')
			}
			b = b[:from+1+len(text)-1]
			if elem == fraction9s {
				for len(b) > from && b[len(b)-1] == '0' {
					b = b[:len(b)-1]
				}
				if len(b) == from+1 {
					b = b[:from]
				}
			}
		}
	}
	return b
}

// appendOffset appends an offset in the form of text, which begins with - or Z.
func appendOffset(b []byte, offset int, text string) []byte {
	minutes, seconds := offset/60, offset%60
	sign := byte('+')
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	if seconds < 0 {
		seconds = -seconds
	}
	b = appendInt(append(b, sign), minutes/60, 2)
	if len(text) == 3 {
		return b
	}
	colon := text[3] == ':'
	if colon {
		b = append(b, ':')
	}
	b = appendInt(b, minutes%60, 2)
	if len(text) >= 7 {
		if colon {
			b = append(b, ':')
		}
		b = appendInt(b, seconds, 2)
	}
	return b
}

// MarshalJSON is t in quotes, by RFC 3339.
func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.appendStrict([]byte{'"'})
	if err != nil {
		return nil, errors.New("Time.MarshalJSON: " + err.Error())
	}
	return append(b, '"'), nil
}

// UnmarshalJSON undoes MarshalJSON; null changes nothing.
func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}

// MarshalText is t by RFC 3339.
func (t Time) MarshalText() ([]byte, error) {
	b, err := t.appendStrict(nil)
	if err != nil {
		return nil, errors.New("Time.MarshalText: " + err.Error())
	}
	return b, nil
}

// AppendText appends t by RFC 3339.
func (t Time) AppendText(b []byte) ([]byte, error) {
	out, err := t.appendStrict(b)
	if err != nil {
		return nil, errors.New("Time.AppendText: " + err.Error())
	}
	return out, nil
}

func (t Time) appendStrict(b []byte) ([]byte, error) {
	start := len(b)
	b = t.AppendFormat(b, RFC3339Nano)
	if b[start+4] != '-' {
		return b, errors.New("year outside of range [0,9999]")
	}
	if b[len(b)-1] != 'Z' {
		if c := b[len(b)-6]; '0' <= c && c <= '9' || string(b[len(b)-5:len(b)-3]) > "23" {
			return b, errors.New("timezone hour outside of range [0,23]")
		}
	}
	return b, nil
}

// UnmarshalText undoes MarshalText.
func (t *Time) UnmarshalText(data []byte) error {
	u, err := Parse(RFC3339, string(data))
	if err != nil {
		return err
	}
	*t = u
	return nil
}

// ParseError is a failed Parse.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

func quote(s string) string {
	const hex = "0123456789abcdef"
	b := []byte{'"'}
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 0x80 || c < ' ':
			b = append(b, '\\', 'x', hex[c>>4], hex[c&15])
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}
