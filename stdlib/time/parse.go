package time

// Parse reads a time written in the layout. What is absent is that of January 1, year 0, 0:00 UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation is Parse that takes a time without zone, and abbreviated zones, to be of loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// parser is the state of one Parse: the rest of the value and what was found in it. ok says whether all
// went well so far, out what was out of its range.
type parser struct {
	value                  string
	ok                     bool
	out                    string
	year, month, day, yday int
	hour, min, sec, nsec   int
	am, pm                 bool
	utc                    bool
	zoneName               string
	zoneOffset             int
	hasOffset              bool
}

// digits reads n digits.
func (p *parser) digits(n int) (x int) {
	if len(p.value) < n {
		p.ok = false
		return 0
	}
	for i := range n {
		if !isDigit(p.value, i) {
			p.ok = false
			return 0
		}
		x = x*10 + int(p.value[i]-'0')
	}
	p.value = p.value[n:]
	return x
}

func (p *parser) signedDigit() int {
	neg := p.value[0] == '-'
	p.value = p.value[1:]
	if x := p.digits(1); !neg {
		return x
	} else {
		return -x
	}
}

// number reads two digits, or one or two if fixed is false.
func (p *parser) number(fixed bool) int {
	if !fixed && isDigit(p.value, 0) && !isDigit(p.value, 1) {
		return p.digits(1)
	}
	return p.digits(2)
}

func (p *parser) check(x, lo, hi int, what string) int {
	if p.ok && (x < lo || x > hi) {
		p.out = what
	}
	return x
}

// name reads one of the names, cut to n bytes if n is positive, in any case, and returns its index.
func (p *parser) name(names []string, n int) int {
	for i, name := range names {
		if n > 0 {
			name = name[:n]
		}
		if len(p.value) >= len(name) && sameFold(p.value[:len(name)], name) {
			p.value = p.value[len(name):]
			return i
		}
	}
	p.ok = false
	return -1
}

func sameFold(a, b string) bool {
	for i := range len(a) {
		x := a[i] | 0x20
		if a[i] != b[i] && (x != b[i]|0x20 || x < 'a' || x > 'z') {
			return false
		}
	}
	return true
}

// fraction reads a point and n-1 digits.
func (p *parser) fraction(n int) {
	if len(p.value) < n || p.value[0] != '.' && p.value[0] != ',' {
		p.ok = false
		return
	}
	x, scale := 0, int(1e9)
	for i := 1; i < n; i++ {
		if !isDigit(p.value, i) {
			p.ok = false
			return
		}
		if i <= 9 {
			x = x*10 + int(p.value[i]-'0')
			scale /= 10
		}
	}
	p.nsec = x * scale
	p.value = p.value[n:]
}

// skip matches the text between elements; any spaces match any spaces.
func (p *parser) skip(prefix string) {
	for prefix != "" {
		if prefix[0] == ' ' {
			if p.value != "" && p.value[0] != ' ' {
				p.ok = false
				return
			}
			prefix = cutSpace(prefix)
			p.value = cutSpace(p.value)
			continue
		}
		if p.value == "" || p.value[0] != prefix[0] {
			p.ok = false
			return
		}
		prefix, p.value = prefix[1:], p.value[1:]
	}
}

func cutSpace(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// element reads one element; rest is the layout after it.
func (p *parser) element(elem element, text, rest string) {
	switch elem {
	case longYear:
		p.year = p.digits(4)
	case shortYear:
		if len(p.value) >= 2 && (p.value[0] == '+' || p.value[0] == '-') {
			p.year = p.signedDigit()
		} else {
			p.year = p.digits(2)
		}
		if p.year >= 69 {
			p.year += 1900
		} else {
			p.year += 2000
		}
	case longMonth:
		p.month = p.name(monthNames[:], 0) + 1
	case shortMonth:
		p.month = p.name(monthNames[:], 3) + 1
	case numMonth, zeroMonth:
		p.month = p.check(p.number(elem == zeroMonth), 1, 12, "month")
	case longWeekday:
		p.name(dayNames[:], 0)
	case shortWeekday:
		p.name(dayNames[:], 3)
	case numDay, underDay, zeroDay:
		if elem == underDay && p.value != "" && p.value[0] == ' ' {
			p.value = p.value[1:]
		}
		p.day = p.number(elem == zeroDay)
	case underYearDay, zeroYearDay:
		for i := 0; i < 2 && elem == underYearDay && p.value != "" && p.value[0] == ' '; i++ {
			p.value = p.value[1:]
		}
		n := 0
		for n < 3 && isDigit(p.value, n) {
			n++
		}
		if n == 0 || elem == zeroYearDay && n != 3 {
			p.ok = false
			return
		}
		p.yday = p.digits(n)
	case hour24:
		p.hour = p.check(p.number(false), 0, 23, "hour")
	case hour12, zeroHour12:
		p.hour = p.check(p.number(elem == zeroHour12), 0, 12, "hour")
	case numMinute, zeroMinute:
		p.min = p.check(p.number(elem == zeroMinute), 0, 59, "minute")
	case numSecond, zeroSecond:
		p.sec = p.check(p.number(elem == zeroSecond), 0, 59, "second")
		if !p.ok || p.out != "" {
			return
		}
		// A fraction is welcome here even if the layout has none.
		if len(p.value) >= 2 && (p.value[0] == '.' || p.value[0] == ',') && isDigit(p.value, 1) {
			if follow, _, _ := next(rest); follow != fraction0s && follow != fraction9s {
				p.fractionRun()
			}
		}
	case upperPM, lowerPM:
		if len(p.value) < 2 {
			p.ok = false
			return
		}
		half := p.value[:2]
		if elem == lowerPM {
			p.pm, p.am = half == "pm", half == "am"
		} else {
			p.pm, p.am = half == "PM", half == "AM"
		}
		p.ok = p.pm || p.am
		p.value = p.value[2:]
	case zoneISO, zoneNum:
		if elem == zoneISO && p.value != "" && p.value[0] == 'Z' {
			p.value = p.value[1:]
			p.utc = true
			return
		}
		p.offset(text)
	case zoneAbbr:
		if hasPrefix(p.value, "UTC") {
			p.utc = true
			p.value = p.value[3:]
			return
		}
		n := zoneLength(p.value)
		if n == 0 {
			p.ok = false
			return
		}
		p.zoneName, p.value = p.value[:n], p.value[n:]
	case fraction0s:
		p.fraction(len(text))
	case fraction9s:
		if len(p.value) >= 2 && (p.value[0] == '.' || p.value[0] == ',') && isDigit(p.value, 1) {
			p.fractionRun()
		}
	}
}

func (p *parser) fractionRun() {
	n := 2
	for isDigit(p.value, n) {
		n++
	}
	p.fraction(n)
}

// offset reads a zone's offset in the form of text.
func (p *parser) offset(text string) {
	if len(p.value) < len(text) {
		p.ok = false
		return
	}
	for i := range len(text) {
		if text[i] == ':' && p.value[i] != ':' {
			p.ok = false
			return
		}
	}
	sign := p.value[0]
	p.value = p.value[1:]
	seconds, unit := 0, 3600
	names := [...]string{"time zone offset hour", "time zone offset minute", "time zone offset second"}
	for i, part := 1, 0; i < len(text); part++ {
		if text[i] == ':' {
			p.value = p.value[1:]
			i++
		}
		limit := 60
		if part == 0 {
			limit = 24
		}
		n := p.check(p.digits(2), 0, limit, names[part])
		if !p.ok {
			return
		}
		seconds += n * unit
		unit /= 60
		i += 2
	}
	switch sign {
	case '+':
	case '-':
		seconds = -seconds
	default:
		p.ok = false
		return
	}
	p.zoneOffset, p.hasOffset = seconds, true
}

// zoneLength is the length of the zone's abbreviation that s starts with, 0 if there is none.
func zoneLength(s string) int {
	if len(s) < 3 {
		return 0
	}
	if hasPrefix(s, "ChST") || hasPrefix(s, "MeST") {
		return 4
	}
	if hasPrefix(s, "GMT") {
		return 3 + signedOffset(s[3:])
	}
	if s[0] == '+' || s[0] == '-' {
		return signedOffset(s)
	}
	n := 0
	for n < 6 && n < len(s) && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	switch {
	case n == 3, n == 5 && s[4] == 'T', n == 4 && (s[3] == 'T' || s[:4] == "WITA"):
		return n
	}
	return 0
}

func signedOffset(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	x, rest, err := leadingInt(s[1:])
	if err != nil || len(rest) == len(s)-1 || x > 23 {
		return 0
	}
	return len(s) - len(rest)
}

func parse(layout, value string, fallback, local *Location) (Time, error) {
	p := &parser{value: value, ok: true, month: -1, day: -1, yday: -1}
	rest := layout
	for {
		elem, start, end := next(rest)
		prefix, text := rest[:start], rest[start:end]
		p.skip(prefix)
		if !p.ok {
			return Time{}, &ParseError{layout, value, prefix, p.value, ""}
		}
		if elem == none {
			if p.value != "" {
				return Time{}, &ParseError{layout, value, "", p.value, ": extra text: " + quote(p.value)}
			}
			break
		}
		rest = rest[end:]
		hold := p.value
		p.element(elem, text, rest)
		if p.out != "" {
			return Time{}, &ParseError{layout, value, text, p.value, ": " + p.out + " out of range"}
		}
		if !p.ok {
			return Time{}, &ParseError{layout, value, text, hold, ""}
		}
	}
	if p.pm && p.hour < 12 {
		p.hour += 12
	} else if p.am && p.hour == 12 {
		p.hour = 0
	}
	if wrong := p.date(); wrong != "" {
		return Time{}, &ParseError{layout, value, "", value, ": " + wrong}
	}
	at := func(loc *Location) Time {
		return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, loc)
	}
	switch {
	case p.utc:
		return at(UTC), nil
	case p.hasOffset:
		t := at(UTC)
		t.addSec(-int64(p.zoneOffset))
		name, offset, _, _, _ := local.lookup(t.unixSec())
		if offset == p.zoneOffset && (p.zoneName == "" || name == p.zoneName) {
			t.setLoc(local)
		} else {
			t.setLoc(FixedZone(p.zoneName, p.zoneOffset))
		}
		return t, nil
	case p.zoneName != "":
		t := at(UTC)
		if offset, ok := local.lookupName(p.zoneName, t.unixSec()); ok {
			t.addSec(-int64(offset))
			t.setLoc(local)
			return t, nil
		}
		offset := 0
		if len(p.zoneName) > 3 && p.zoneName[:3] == "GMT" {
			x, _, _ := leadingInt(p.zoneName[4:])
			offset = int(x) * 3600
			if p.zoneName[3] == '-' {
				offset = -offset
			}
		}
		t.setLoc(FixedZone(p.zoneName, offset))
		return t, nil
	}
	return at(fallback), nil
}

// date makes month and day agree with the day of the year; it returns what is wrong.
func (p *parser) date() string {
	if p.yday >= 0 {
		length := 365
		if isLeap(p.year) {
			length = 366
		}
		if p.yday < 1 || p.yday > length {
			return "day-of-year out of range"
		}
		_, month, day := civil(daysSinceEpoch(p.year, January) + int64(p.yday) - 1)
		if p.month >= 0 && p.month != int(month) {
			return "day-of-year does not match month"
		}
		if p.day >= 0 && p.day != day {
			return "day-of-year does not match day"
		}
		p.month, p.day = int(month), day
		return ""
	}
	if p.month < 0 {
		p.month = 1
	}
	if p.day < 0 {
		p.day = 1
	}
	if p.day < 1 || p.day > daysIn(Month(p.month), p.year) {
		return "day out of range"
	}
	return ""
}
