package time

import "errors"

// Duration is a time span in nanoseconds.
type Duration int64

// Common durations.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// String is like "72h3m0.5s"; below a second the unit is ms, µs or ns.
func (d Duration) String() string {
	if d == 0 {
		return "0s"
	}
	u := uint64(d)
	var b []byte
	if d < 0 {
		b = append(b, '-')
		u = -u
	}
	switch {
	case u < uint64(Microsecond):
		return string(append(appendInt(b, int(u), 0), "ns"...))
	case u < uint64(Millisecond):
		return string(append(appendDecimal(b, u, 3), "µs"...))
	case u < uint64(Second):
		return string(append(appendDecimal(b, u, 6), "ms"...))
	}
	minutes := u / uint64(Minute)
	if minutes >= 60 {
		b = append(appendInt(b, int(minutes/60), 0), 'h')
	}
	if minutes > 0 {
		b = append(appendInt(b, int(minutes%60), 0), 'm')
	}
	return string(append(appendDecimal(b, u%uint64(Minute), 9), 's'))
}

// appendDecimal appends u divided by ten to the power of digits.
func appendDecimal(b []byte, u uint64, digits int) []byte {
	unit := uint64(1)
	for range digits {
		unit *= 10
	}
	b = appendInt(b, int(u/unit), 0)
	if u %= unit; u != 0 {
		b = appendInt(append(b, '.'), int(u), digits)
		for b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
	}
	return b
}

// Nanoseconds is d as an integer.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds is d in whole microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds is d in whole milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds is d in seconds.
func (d Duration) Seconds() float64 { return float64(d/Second) + float64(d%Second)/1e9 }

// Minutes is d in minutes.
func (d Duration) Minutes() float64 { return float64(d/Minute) + float64(d%Minute)/(60*1e9) }

// Hours is d in hours.
func (d Duration) Hours() float64 { return float64(d/Hour) + float64(d%Hour)/(60*60*1e9) }

// Truncate rounds d toward zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	rest := d % m // of the sign of d
	near := d - rest
	switch {
	case d >= 0 && rest >= m-rest:
		if near > maxDuration-m {
			return maxDuration
		}
		near += m
	case d < 0 && -rest >= m+rest:
		if near < minDuration+m {
			return minDuration
		}
		near -= m
	}
	return near
}

// Abs is the absolute value of d; the largest Duration for the smallest.
func (d Duration) Abs() Duration {
	if d == minDuration {
		d++
	}
	return max(d, -d)
}

var errLeadingInt = errors.New("time: bad [0-9]*")

// leadingInt parses the digits that s starts with.
func leadingInt(s string) (x uint64, rest string, err error) {
	i := 0
	for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
		if x > 1<<63/10 {
			return 0, "", errLeadingInt
		}
		if x = x*10 + uint64(s[i]-'0'); x > 1<<63 {
			return 0, "", errLeadingInt
		}
	}
	return x, s[i:], nil
}

func unitOf(s string) uint64 {
	switch s {
	case "ns":
		return uint64(Nanosecond)
	case "us", "µs", "μs":
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}

// ParseDuration parses what looks like "300ms", "-1.5h" or "2h45m".
func ParseDuration(s string) (Duration, error) {
	orig := s
	bad := func() (Duration, error) {
		return 0, errors.New("time: invalid duration " + quote(orig))
	}
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return bad()
	}
	var total uint64
	for s != "" {
		before := len(s)
		v, rest, err := leadingInt(s)
		if err != nil {
			return bad()
		}
		some := len(rest) != before
		s = rest
		fraction, scale := uint64(0), 1.0
		if s != "" && s[0] == '.' {
			s = s[1:]
			full := false
			i := 0
			for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
				if full {
					continue
				}
				if fraction > (1<<63-1)/10 || fraction*10+uint64(s[i]-'0') > 1<<63 {
					full = true
					continue
				}
				fraction = fraction*10 + uint64(s[i]-'0')
				scale *= 10
			}
			some = some || i > 0
			s = s[i:]
		}
		if !some {
			return bad()
		}
		i := 0
		for i < len(s) && s[i] != '.' && (s[i] < '0' || s[i] > '9') {
			i++
		}
		if i == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(orig))
		}
		unit := unitOf(s[:i])
		if unit == 0 {
			return 0, errors.New("time: unknown unit " + quote(s[:i]) + " in duration " + quote(orig))
		}
		s = s[i:]
		if v > 1<<63/unit {
			return bad()
		}
		v *= unit
		if fraction > 0 {
			if v += uint64(float64(fraction) * (float64(unit) / scale)); v > 1<<63 {
				return bad()
			}
		}
		if total += v; total > 1<<63 {
			return bad()
		}
	}
	if neg {
		return -Duration(total), nil
	}
	if total > 1<<63-1 {
		return bad()
	}
	return Duration(total), nil
}
