package time

import (
	"errors"
	"internal/rt"
	"sync"
)

// Location is a set of time zones, and when each was in use at a place.
type Location struct {
	name   string
	zone   []zone
	tx     []zoneTrans
	extend string // the rule for times after the last transition
}

type zone struct {
	name   string
	offset int
	isDST  bool
}

type zoneTrans struct {
	when  int64
	index uint8
}

const (
	alpha = -1 << 63  // the beginning of time
	omega = 1<<63 - 1 // the end of time
)

var (
	utcLoc    = Location{name: "UTC"}
	localLoc  Location
	localOnce sync.Once
)

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLoc

// Local is where the program runs: the variable TZ, or /etc/localtime.
var Local *Location = &localLoc

func (l *Location) get() *Location {
	switch l {
	case nil:
		l = &utcLoc
	case &localLoc:
		localOnce.Do(initLocal)
	}
	return l
}

// String is the name it was made or loaded with.
func (l *Location) String() string { return l.get().name }

// FixedZone is a place that always uses that zone; offset is in seconds east of UTC.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zone: []zone{{name, offset, false}}, tx: []zoneTrans{{alpha, 0}}}
}

func initLocal() {
	tz, ok := rt.Getenv("TZ")
	if ok && tz != "" && tz[0] == ':' {
		tz = tz[1:]
	}
	var l *Location
	switch {
	case !ok:
		if l = readZone("Local", "/etc/localtime"); l == nil {
			l = &Location{name: "Local"}
		}
	case tz != "" && tz[0] == '/':
		name := tz
		if tz == "/etc/localtime" {
			name = "Local"
		}
		l = readZone(name, tz)
	case tz != "" && tz != "UTC":
		l = findZone(tz)
		if l != nil {
			l.name = "Local"
		}
	}
	if l == nil {
		l = &Location{name: "UTC"}
	}
	localLoc = *l
}

func findZone(name string) *Location {
	for _, dir := range [...]string{"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/"} {
		if l := readZone(name, dir+name); l != nil {
			return l
		}
	}
	return nil
}

func readZone(name, path string) *Location {
	fd, errno := rt.FileOpen(path, 0, 0)
	if errno != 0 {
		return nil
	}
	var data []byte
	buf := make([]byte, 4096)
	for {
		n, errno := rt.FileRead(fd, buf)
		if errno != 0 || n == 0 || len(data) > 10<<20 {
			break
		}
		data = append(data, buf[:n]...)
	}
	rt.FileClose(fd)
	l, err := LoadLocationFromTZData(name, data)
	if err != nil {
		return nil
	}
	return l
}

var errLocation = errors.New("time: invalid location name")

// LoadLocation finds a place by its name in the time zone database, like "America/New_York".
func LoadLocation(name string) (*Location, error) {
	if name == "" || name == "UTC" {
		return UTC, nil
	}
	if name == "Local" {
		return Local, nil
	}
	if name[0] == '/' || name[0] == '\\' {
		return nil, errLocation
	}
	for i := range len(name) {
		if name[i] == '\\' || i > 0 && name[i-1:i+1] == ".." {
			return nil, errLocation
		}
	}
	if dir, ok := rt.Getenv("ZONEINFO"); ok && dir != "" {
		if l := readZone(name, dir+"/"+name); l != nil {
			return l, nil
		}
	}
	if l := findZone(name); l != nil {
		return l, nil
	}
	return nil, errors.New("unknown time zone " + name)
}

var errBadData = errors.New("malformed time zone information")

// LoadLocationFromTZData makes a Location of the contents of a time zone file.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	if len(data) < 44 || string(data[:4]) != "TZif" {
		return nil, errBadData
	}
	version := 1
	switch v := data[4]; {
	case v == 0:
	case v >= '2' && v <= '9':
		version = 2
	default:
		return nil, errBadData
	}
	number := func(b []byte) (n int64) {
		if b[0]&0x80 != 0 {
			n = -1
		}
		for _, c := range b {
			n = n<<8 | int64(c)
		}
		return n
	}
	var counts [6]int // UT/local flags, standard/wall flags, leap seconds, transitions, zones, characters
	header := func() bool {
		if len(data) < 44 {
			return false
		}
		for i := range counts {
			counts[i] = int(number(data[20+4*i : 24+4*i]))
			if counts[i] < 0 {
				return false
			}
		}
		data = data[44:]
		return true
	}
	total := func(size int) int {
		return counts[3]*(size+1) + counts[4]*6 + counts[5] + counts[2]*(size+4) + counts[1] + counts[0]
	}
	size := 4
	if !header() || total(size) > len(data) {
		return nil, errBadData
	}
	if version > 1 {
		data = data[total(size):]
		size = 8
		if !header() || total(size) > len(data) {
			return nil, errBadData
		}
	}
	times := data[:counts[3]*size]
	indexes := data[len(times) : len(times)+counts[3]]
	zones := data[len(times)+len(indexes):][:counts[4]*6]
	names := data[len(times)+len(indexes)+len(zones):][:counts[5]]
	l := &Location{name: name}
	if rest := data[total(size):]; len(rest) > 2 && rest[0] == '\n' && rest[len(rest)-1] == '\n' {
		l.extend = string(rest[1 : len(rest)-1])
	}
	for i := range counts[4] {
		z := zones[i*6 : i*6+6]
		end := int(z[5])
		if end >= len(names) {
			return nil, errBadData
		}
		for end < len(names) && names[end] != 0 {
			end++
		}
		l.zone = append(l.zone, zone{string(names[z[5]:end]), int(number(z[:4])), z[4] != 0})
	}
	if len(l.zone) == 0 {
		return nil, errBadData
	}
	for i := range counts[3] {
		if int(indexes[i]) >= len(l.zone) {
			return nil, errBadData
		}
		l.tx = append(l.tx, zoneTrans{number(times[i*size : (i+1)*size]), indexes[i]})
	}
	if len(l.tx) == 0 {
		l.tx = append(l.tx, zoneTrans{alpha, 0})
	}
	return l, nil
}

// lookup is the zone in use at a time, and from when to when it is.
func (l *Location) lookup(sec int64) (name string, offset int, start, end int64, isDST bool) {
	l = l.get()
	if len(l.zone) == 0 {
		return "UTC", 0, alpha, omega, false
	}
	if len(l.tx) == 0 || sec < l.tx[0].when {
		z := &l.zone[l.firstZone()]
		end = omega
		if len(l.tx) > 0 {
			end = l.tx[0].when
		}
		return z.name, z.offset, alpha, end, z.isDST
	}
	lo, hi := 0, len(l.tx)
	end = omega
	for hi-lo > 1 {
		if m := (lo + hi) / 2; sec < l.tx[m].when {
			end = l.tx[m].when
			hi = m
		} else {
			lo = m
		}
	}
	z := &l.zone[l.tx[lo].index]
	start = l.tx[lo].when
	if lo == len(l.tx)-1 && l.extend != "" {
		if name, offset, start, end, dst, ok := extended(l.extend, start, sec); ok {
			return name, offset, start, end, dst
		}
	}
	return z.name, z.offset, start, end, z.isDST
}

// firstZone is the zone in use before the first transition: the first standard one.
func (l *Location) firstZone() int {
	used := false
	for _, tx := range l.tx {
		used = used || tx.index == 0
	}
	if !used {
		return 0
	}
	if len(l.tx) > 0 && l.zone[l.tx[0].index].isDST {
		for i := int(l.tx[0].index) - 1; i >= 0; i-- {
			if !l.zone[i].isDST {
				return i
			}
		}
	}
	for i, z := range l.zone {
		if !z.isDST {
			return i
		}
	}
	return 0
}

// lookupName is the offset of the zone called name, preferably of the one in use near the given local time.
func (l *Location) lookupName(name string, unix int64) (offset int, ok bool) {
	l = l.get()
	for _, z := range l.zone {
		if z.name == name {
			if n, offset, _, _, _ := l.lookup(unix - int64(z.offset)); n == z.name {
				return offset, true
			}
		}
	}
	for _, z := range l.zone {
		if z.name == name {
			return z.offset, true
		}
	}
	return 0, false
}

// rule is when daylight saving time begins or ends: J is a day of the year without leap days, 0 with them
// from 0, M a weekday of a month.
type rule struct {
	kind             byte
	day, week, month int
	time             int
}

// tzParser reads a POSIX TZ string like "EST5EDT,M3.2.0,M11.1.0".
type tzParser struct {
	s  string
	ok bool
}

func (p *tzParser) take(c byte) bool {
	if p.s != "" && p.s[0] == c {
		p.s = p.s[1:]
		return true
	}
	return false
}

func (p *tzParser) name() string {
	i := 0
	if p.take('<') {
		for i < len(p.s) && p.s[i] != '>' {
			i++
		}
		if i == len(p.s) {
			p.ok = false
			return ""
		}
		name := p.s[:i]
		p.s = p.s[i+1:]
		return name
	}
	for i < len(p.s) && p.s[i] != ',' && p.s[i] != '-' && p.s[i] != '+' && (p.s[i] < '0' || p.s[i] > '9') {
		i++
	}
	p.ok = p.ok && i >= 3
	name := p.s[:i]
	p.s = p.s[i:]
	return name
}

func (p *tzParser) number() int {
	n, i := 0, 0
	for i < len(p.s) && '0' <= p.s[i] && p.s[i] <= '9' && i < 6 {
		n = n*10 + int(p.s[i]-'0')
		i++
	}
	p.ok = p.ok && i > 0
	p.s = p.s[i:]
	return n
}

// seconds reads [+-]hh[:mm[:ss]].
func (p *tzParser) seconds() int {
	neg := false
	if !p.take('+') {
		neg = p.take('-')
	}
	n := p.number() * 3600
	if p.take(':') {
		n += p.number() * 60
		if p.take(':') {
			n += p.number()
		}
	}
	if neg {
		return -n
	}
	return n
}

func (p *tzParser) rule() (r rule) {
	switch {
	case p.take('J'):
		r.kind = 'J'
		r.day = p.number()
	case p.take('M'):
		r.kind = 'M'
		r.month = p.number()
		p.ok = p.take('.') && p.ok
		r.week = p.number()
		p.ok = p.take('.') && p.ok
		r.day = p.number()
		p.ok = p.ok && 1 <= r.month && r.month <= 12 && 1 <= r.week && r.week <= 5 && r.day <= 6
	default:
		r.kind = '0'
		r.day = p.number()
	}
	r.time = 2 * 3600
	if p.take('/') {
		r.time = p.seconds()
	}
	return r
}

// seconds is when in the year the rule applies, on a clock with that offset.
func (r rule) seconds(year, offset int) int {
	day := 0
	switch r.kind {
	case 'J':
		day = r.day - 1
		if isLeap(year) && r.day >= 60 {
			day++
		}
	case '0':
		day = r.day
	case 'M':
		first := daysSinceEpoch(year, Month(r.month))
		d := (r.day - int(weekday(first)) + 7) % 7
		d += (r.week - 1) * 7
		for d >= daysIn(Month(r.month), year) {
			d -= 7
		}
		day = int(first-daysSinceEpoch(year, January)) + d
	}
	return day*daySeconds + r.time - offset
}

// extended is lookup by a POSIX TZ string, for times after the last transition.
func extended(s string, last, sec int64) (name string, offset int, start, end int64, isDST, ok bool) {
	p := &tzParser{s, true}
	stdName := p.name()
	stdOffset := -p.seconds()
	if !p.ok {
		return
	}
	if p.s == "" || p.s[0] == ',' {
		return stdName, stdOffset, last, omega, false, true
	}
	dstName := p.name()
	dstOffset := stdOffset + 3600
	if p.s != "" && p.s[0] != ',' {
		dstOffset = -p.seconds()
	}
	if p.s == "" {
		p.s = ",M3.2.0,M11.1.0"
	}
	p.take(',')
	from := p.rule()
	p.ok = p.take(',') && p.ok
	to := p.rule()
	if !p.ok || p.s != "" {
		return
	}
	days, _ := split(sec)
	year, _, _ := civil(days)
	yearStart := daysSinceEpoch(year, January) * daySeconds
	in := int(sec - yearStart)
	a, b := from.seconds(year, stdOffset), to.seconds(year, dstOffset)
	dst := true
	if b < a {
		a, b = b, a
		stdName, dstName = dstName, stdName
		stdOffset, dstOffset = dstOffset, stdOffset
		dst = false
	}
	switch {
	case in < a:
		return stdName, stdOffset, yearStart, yearStart + int64(a), !dst, true
	case in >= b:
		return stdName, stdOffset, yearStart + int64(b), yearStart + 365*daySeconds, !dst, true
	}
	return dstName, dstOffset, yearStart + int64(a), yearStart + int64(b), dst, true
}
