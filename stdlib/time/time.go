// Package time measures time, shows it, and waits.
package time

import (
	"errors"
	"internal/rt"
)

// Time is an instant with nanosecond precision. If the top bit of wall is set, wall holds 33
// bits of seconds since 1885 and 30 bits of nanoseconds, and ext is the reading of the monotonic clock; otherwise
// wall holds the nanoseconds and ext the seconds since year 1. A nil loc is UTC.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	hasMonotonic = 1 << 63
	nsecMask     = 1<<30 - 1
	nsecShift    = 30

	daySeconds     = 86400
	unixToInternal = (1969*365 + 1969/4 - 1969/100 + 1969/400) * daySeconds
	wallToInternal = (1884*365 + 1884/4 - 1884/100 + 1884/400) * daySeconds
)

// Month is a month of the year; January is 1.
type Month int

// The months.
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"}

func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + string(appendInt(nil, int(m), 0)) + ")"
}

// Weekday is a day of the week; Sunday is 0.
type Weekday int

// The days.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + string(appendInt(nil, int(d), 0)) + ")"
}

// Now is the current time, local, with a reading of the monotonic clock.
func Now() Time {
	sec, nsec, mono := rt.Now()
	if s := uint64(sec + unixToInternal - wallToInternal); s>>33 == 0 && mono != 0 {
		return Time{hasMonotonic | s<<nsecShift | uint64(nsec), mono, Local}
	}
	return Time{uint64(nsec), sec + unixToInternal, Local}
}

// Unix is the local time sec seconds and nsec nanoseconds after 1970.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		sec += nsec / 1e9
		nsec %= 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return Time{uint64(nsec), sec + unixToInternal, Local}
}

// UnixMilli is the local time msec milliseconds after 1970.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }

// UnixMicro is the local time usec microseconds after 1970.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

// Date is the time with that date and clock in loc. Values out of their range are carried over.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	year, m := carry(year, int(month)-1, 12)
	sec, nsec = carry(sec, nsec, 1e9)
	min, sec = carry(min, sec, 60)
	hour, min = carry(hour, min, 60)
	day, hour = carry(day, hour, 24)
	unix := (daysSinceEpoch(year, Month(m+1))+int64(day-1))*daySeconds + int64(hour*3600+min*60+sec)
	if l := loc.get(); l != &utcLoc {
		_, offset, start, end, _ := l.lookup(unix)
		if offset != 0 {
			if utc := unix - int64(offset); utc < start || utc >= end {
				_, offset, _, _, _ = l.lookup(utc)
			}
			unix -= int64(offset)
		}
	}
	t := Time{uint64(nsec), unix + unixToInternal, nil}
	t.setLoc(loc)
	return t
}

// carry brings lo into [0, base) and adds what that carries to hi.
func carry(hi, lo, base int) (int, int) {
	q := lo / base
	lo -= q * base
	if lo < 0 {
		lo += base
		q--
	}
	return hi + q, lo
}

// daysSinceEpoch counts the days from 1970 to the first of the month. Years begin in March here, so
// that the leap day is the last of a year.
func daysSinceEpoch(year int, month Month) int64 {
	y, m := int64(year), int64(month)-3
	if m < 0 {
		m += 12
		y--
	}
	era := y / 400
	if y < 0 {
		era = (y - 399) / 400
	}
	y -= era * 400
	return era*146097 + y*365 + y/4 - y/100 + (m*153+2)/5 - 719468
}

// civil is the date that many days after 1970.
func civil(days int64) (year int, month Month, day int) {
	days += 719468
	era := days / 146097
	if days < 0 {
		era = (days - 146096) / 146097
	}
	d := days - era*146097
	y := (d - d/1460 + d/36524 - d/146096) / 365
	d -= y*365 + y/4 - y/100
	m := (d*5 + 2) / 153
	day = int(d - (m*153+2)/5 + 1)
	y += era * 400
	if m < 10 {
		return int(y), Month(m + 3), day
	}
	return int(y + 1), Month(m - 9), day
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysIn(m Month, year int) int {
	switch m {
	case February:
		if isLeap(year) {
			return 29
		}
		return 28
	case April, June, September, November:
		return 30
	}
	return 31
}

func (t *Time) nsec() int32 { return int32(t.wall & nsecMask) }

func (t *Time) sec() int64 {
	if t.wall&hasMonotonic != 0 {
		return wallToInternal + int64(t.wall<<1>>(nsecShift+1))
	}
	return t.ext
}

func (t *Time) unixSec() int64 { return t.sec() - unixToInternal }

func (t *Time) stripMono() {
	if t.wall&hasMonotonic != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

func (t *Time) setLoc(loc *Location) {
	if loc == &utcLoc {
		loc = nil
	}
	t.stripMono()
	t.loc = loc
}

func (t *Time) addSec(d int64) {
	if t.wall&hasMonotonic != 0 {
		if sec := int64(t.wall<<1>>(nsecShift+1)) + d; 0 <= sec && sec < 1<<33 {
			t.wall = t.wall&nsecMask | uint64(sec)<<nsecShift | hasMonotonic
			return
		}
		t.stripMono()
	}
	switch sum := t.ext + d; {
	case (sum > t.ext) == (d > 0):
		t.ext = sum
	case d > 0:
		t.ext = 1<<63 - 1
	default:
		t.ext = -(1<<63 - 1)
	}
}

// Add is t+d.
func (t Time) Add(d Duration) Time {
	sec := int64(d / 1e9)
	nsec := t.nsec() + int32(d%1e9)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	t.wall = t.wall&^nsecMask | uint64(nsec)
	t.addSec(sec)
	if t.wall&hasMonotonic != 0 {
		ext := t.ext + int64(d)
		if d < 0 && ext > t.ext || d > 0 && ext < t.ext {
			t.stripMono()
		} else {
			t.ext = ext
		}
	}
	return t
}

func bothMonotonic(t, u Time) bool { return t.wall&u.wall&hasMonotonic != 0 }

func subMono(t, u int64) Duration {
	d := Duration(t - u)
	if d < 0 && t > u {
		return maxDuration
	}
	if d > 0 && t < u {
		return minDuration
	}
	return d
}

// Sub is t-u, the nearest Duration if that is too long.
func (t Time) Sub(u Time) Duration {
	if bothMonotonic(t, u) {
		return subMono(t.ext, u.ext)
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// Since is the time passed since t.
func Since(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return subMono(rt.Nanotime(), t.ext)
	}
	return Now().Sub(t)
}

// Until is the time to pass until t.
func Until(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return subMono(t.ext, rt.Nanotime())
	}
	return t.Sub(Now())
}

// Compare is -1 if t is before u, 0 if they are the same instant, +1 if t is after u.
func (t Time) Compare(u Time) int {
	a, b := t.sec(), u.sec()
	if bothMonotonic(t, u) {
		a, b = t.ext, u.ext
	} else if a == b {
		a, b = int64(t.nsec()), int64(u.nsec())
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// After reports whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are the same instant, wherever they are.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// IsZero reports whether t is the zero Time: January 1, year 1, UTC.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// local counts seconds since 1970 as the clocks in t's location show them.
func (t *Time) local() int64 {
	unix := t.unixSec()
	if t.loc != nil {
		if l := t.loc.get(); l != &utcLoc {
			_, offset, _, _, _ := l.lookup(unix)
			unix += int64(offset)
		}
	}
	return unix
}

// split divides seconds into days and the seconds of the day.
func split(unix int64) (days int64, sec int) {
	days = unix / daySeconds
	sec = int(unix % daySeconds)
	if sec < 0 {
		sec += daySeconds
		days--
	}
	return days, sec
}

// Date is t's date.
func (t Time) Date() (year int, month Month, day int) {
	days, _ := split(t.local())
	return civil(days)
}

// Year is t's year.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month is t's month.
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

// Day is t's day of the month.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

func weekday(days int64) Weekday { return Weekday(((days+4)%7 + 7) % 7) }

// Weekday is t's day of the week.
func (t Time) Weekday() Weekday {
	days, _ := split(t.local())
	return weekday(days)
}

// ISOWeek is t's week by ISO 8601, and the year it belongs to.
func (t Time) ISOWeek() (year, week int) {
	days, _ := split(t.local())
	days += int64(3 - (weekday(days)+6)%7) // the Thursday of the same week
	year, _, _ = civil(days)
	return year, int(days-daysSinceEpoch(year, January))/7 + 1
}

// YearDay is t's day of the year, from 1.
func (t Time) YearDay() int {
	days, _ := split(t.local())
	year, _, _ := civil(days)
	return int(days-daysSinceEpoch(year, January)) + 1
}

// Clock is t's time of the day.
func (t Time) Clock() (hour, min, sec int) {
	_, s := split(t.local())
	return s / 3600, s / 60 % 60, s % 60
}

// Hour is t's hour, 0 to 23.
func (t Time) Hour() int {
	_, s := split(t.local())
	return s / 3600
}

// Minute is t's minute, 0 to 59.
func (t Time) Minute() int {
	_, s := split(t.local())
	return s / 60 % 60
}

// Second is t's second, 0 to 59.
func (t Time) Second() int {
	_, s := split(t.local())
	return s % 60
}

// Nanosecond is t's part of a second, in nanoseconds.
func (t Time) Nanosecond() int { return int(t.nsec()) }

// AddDate adds years, months and days to t's date, as Date would.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}

// UTC is t in UTC.
func (t Time) UTC() Time {
	t.setLoc(&utcLoc)
	return t
}

// Local is t in local time.
func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

// In is t in loc.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

// Location is where t is.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone is the abbreviated name of t's zone and its offset in seconds east of UTC.
func (t Time) Zone() (name string, offset int) {
	name, offset, _, _, _ = t.loc.get().lookup(t.unixSec())
	return name, offset
}

// ZoneBounds is when t's zone came and will cease to be in effect; zero times if always.
func (t Time) ZoneBounds() (start, end Time) {
	_, _, from, to, _ := t.loc.get().lookup(t.unixSec())
	if from != alpha {
		start = Unix(from, 0)
		start.setLoc(t.loc)
	}
	if to != omega {
		end = Unix(to, 0)
		end.setLoc(t.loc)
	}
	return start, end
}

// IsDST reports whether t is in daylight saving time.
func (t Time) IsDST() bool {
	_, _, _, _, dst := t.loc.get().lookup(t.unixSec())
	return dst
}

// Unix is the number of seconds since 1970.
func (t Time) Unix() int64 { return t.unixSec() }

// UnixMilli is the number of milliseconds since 1970.
func (t Time) UnixMilli() int64 { return t.unixSec()*1e3 + int64(t.nsec())/1e6 }

// UnixMicro is the number of microseconds since 1970.
func (t Time) UnixMicro() int64 { return t.unixSec()*1e6 + int64(t.nsec())/1e3 }

// UnixNano is the number of nanoseconds since 1970.
func (t Time) UnixNano() int64 { return t.unixSec()*1e9 + int64(t.nsec()) }

// Truncate rounds t down to a multiple of d since the zero Time. It strips the monotonic reading.
func (t Time) Truncate(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	return t.Add(-t.mod(d))
}

// Round rounds t to the nearest multiple of d since the zero Time, halves up. It strips the monotonic reading.
func (t Time) Round(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	r := t.mod(d)
	if r < d-r {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// mod is t modulo d, not negative.
func (t *Time) mod(d Duration) Duration {
	sec, nsec, m := t.sec(), int64(t.nsec()), int64(d)
	s := sec % m
	if s < 0 {
		s += m
	}
	var r int64
	switch {
	case m%1e9 == 0:
		if s = sec % (m / 1e9); s < 0 {
			s += m / 1e9
		}
		r = s * 1e9
	case m < 1e9:
		r = s * (1e9 % m) % m
	default:
		// s * 1e9 by doubling and adding, which does not overflow 64 unsigned bits.
		sum, x := uint64(0), uint64(s)
		for n := 1000000000; n > 0; n >>= 1 {
			if n&1 != 0 {
				sum = (sum + x) % uint64(m)
			}
			x = x * 2 % uint64(m)
		}
		r = int64(sum)
	}
	return Duration((uint64(r) + uint64(nsec)) % uint64(m))
}

// AppendBinary appends t in 15 or 16 bytes.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	minutes, seconds := int16(-1), 0
	version := byte(1)
	if t.Location() != UTC {
		_, offset := t.Zone()
		if offset%60 != 0 {
			version = 2
			seconds = offset % 60
		}
		offset /= 60
		if offset < -32768 || offset == -1 || offset > 32767 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
		minutes = int16(offset)
	}
	b = append(b, version)
	for i := 56; i >= 0; i -= 8 {
		b = append(b, byte(t.sec()>>i))
	}
	for i := 24; i >= 0; i -= 8 {
		b = append(b, byte(t.nsec()>>i))
	}
	b = append(b, byte(minutes>>8), byte(minutes))
	if version == 2 {
		b = append(b, byte(seconds))
	}
	return b, nil
}

// MarshalBinary is t in 15 or 16 bytes.
func (t Time) MarshalBinary() ([]byte, error) { return t.AppendBinary(nil) }

// UnmarshalBinary undoes MarshalBinary.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	version := data[0]
	if version != 1 && version != 2 {
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != 14+int(version) {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	var sec int64
	for _, c := range data[1:9] {
		sec = sec<<8 | int64(c)
	}
	var nsec int32
	for _, c := range data[9:13] {
		nsec = nsec<<8 | int32(c)
	}
	offset := int(int16(data[13])<<8|int16(data[14])) * 60
	if version == 2 {
		offset += int(data[15])
	}
	*t = Time{wall: uint64(nsec), ext: sec}
	if offset == -60 {
		t.setLoc(&utcLoc)
	} else if _, local, _, _, _ := Local.get().lookup(t.unixSec()); offset == local {
		t.setLoc(Local)
	} else {
		t.setLoc(FixedZone("", offset))
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
