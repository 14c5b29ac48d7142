package url

import (
	"errors"
	"fmt"
	"strings"
)

// Parse reads a URL, which may be relative.
func Parse(rawURL string) (*URL, error) {
	text, fragment, _ := strings.Cut(rawURL, "#")
	u, err := parse(text, false)
	if err != nil {
		return nil, &Error{"parse", text, err}
	}
	if fragment == "" {
		return u, nil
	}
	if err := u.setFragment(fragment); err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

// ParseRequestURI reads a URL as an HTTP request has it: an absolute one or an absolute path, without a fragment.
func ParseRequestURI(rawURL string) (*URL, error) {
	u, err := parse(rawURL, true)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

func isControl(r rune) bool { return r < ' ' || r == 0x7f }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// cutScheme finds the scheme, a letter and then letters, digits, +, - and ., before the first colon.
func cutScheme(s string) (scheme, rest string, err error) {
	for i := range len(s) {
		switch c := s[i]; {
		case isLetter(c):
		case i > 0 && (isDigit(c) || c == '+' || c == '-' || c == '.'):
		case c == ':' && i == 0:
			return "", "", errNoScheme
		case c == ':':
			return s[:i], s[i+1:], nil
		default:
			return "", s, nil
		}
	}
	return "", s, nil
}

func parse(text string, request bool) (*URL, error) {
	for i := range len(text) {
		if isControl(rune(text[i])) {
			return nil, errors.New("net/url: invalid control character in URL")
		}
	}
	switch {
	case text == "" && request:
		return nil, errors.New("empty url")
	case text == "*":
		return &URL{Path: "*"}, nil
	}
	u := new(URL)
	scheme, rest, err := cutScheme(text)
	if err != nil {
		return nil, err
	}
	u.Scheme = strings.ToLower(scheme)

	var asked bool
	rest, u.RawQuery, asked = strings.Cut(rest, "?")
	u.ForceQuery = asked && u.RawQuery == ""

	if !strings.HasPrefix(rest, "/") {
		if u.Scheme != "" {
			u.Opaque = rest
			return u, nil
		}
		if request {
			return nil, errors.New("invalid URI for request")
		}
		if end := strings.IndexAny(rest, ":/"); end >= 0 && rest[end] == ':' {
			return nil, errors.New("first path segment in URL cannot contain colon")
		}
	}
	named := u.Scheme != "" || !request && !strings.HasPrefix(rest, "///")
	if authority, ok := strings.CutPrefix(rest, "//"); ok && named {
		rest = ""
		if slash := strings.IndexByte(authority, '/'); slash >= 0 {
			authority, rest = authority[:slash], authority[slash:]
		}
		if err := u.setAuthority(authority); err != nil {
			return nil, err
		}
	} else if u.Scheme != "" && strings.HasPrefix(rest, "/") {
		u.OmitHost = true
	}
	if err := u.setPath(rest); err != nil {
		return nil, err
	}
	return u, nil
}

// setAuthority reads [userinfo@]host.
func (u *URL) setAuthority(s string) error {
	at := strings.LastIndexByte(s, '@')
	host, err := parseHost(u.Scheme, s[at+1:])
	if err != nil {
		return err
	}
	u.Host = host
	if at < 0 {
		return nil
	}
	info := s[:at]
	for _, r := range info {
		if r >= 128 || !isLetter(byte(r)) && !isDigit(byte(r)) && !strings.ContainsRune("-._:~!$&'()*+,;=%@", r) {
			return errors.New("net/url: invalid userinfo")
		}
	}
	name, password, has := strings.Cut(info, ":")
	if name, err = inUser.unescape(name); err != nil {
		return err
	}
	if password, err = inUser.unescape(password); err != nil {
		return err
	}
	u.User = &Userinfo{name, password, has}
	return nil
}

// isPort reports whether s is empty or a colon and digits.
func isPort(s string) bool {
	if s == "" {
		return true
	}
	if s[0] != ':' {
		return false
	}
	for i := 1; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

func parseHost(scheme, s string) (string, error) {
	switch bracket := strings.LastIndexByte(s, '['); {
	case bracket > 0:
		return "", errors.New("invalid IP-literal")
	case bracket == 0:
		return parseLiteral(s)
	}
	if colon := strings.IndexByte(s, ':'); colon >= 0 {
		// Lists of hosts with ports stand in the URLs of some databases.
		if last := strings.LastIndexByte(s, ':'); scheme != "http" && scheme != "https" {
			colon = last
		}
		if port := s[colon:]; !isPort(port) {
			return "", fmt.Errorf("invalid port %q after host", port)
		}
	}
	return inHost.unescape(s)
}

// parseLiteral reads an IPv6 address in brackets, with a zone (RFC 6874) and a port.
func parseLiteral(s string) (string, error) {
	end := strings.LastIndexByte(s, ']')
	if end < 0 {
		return "", errors.New("missing ']' in host")
	}
	inner, port := s[1:end], s[end+1:]
	if !isPort(port) {
		return "", fmt.Errorf("invalid port %q after host", port)
	}
	address, zone := inner, ""
	if i := strings.Index(inner, "%25"); i >= 0 {
		address, zone = inner[:i], inner[i:]
	}
	address, err := inHost.unescape(address)
	if err != nil {
		return "", err
	}
	if zone, err = inZone.unescape(zone); err != nil {
		return "", err
	}
	switch {
	case zone == "" && isIPv4(address):
		return "", errors.New("invalid IP-literal")
	case zone == "%":
		return "", fmt.Errorf("invalid host: ParseAddr(%q): zone must be a non-empty string", address+zone)
	case !isIPv6(address):
		return "", fmt.Errorf("invalid host: ParseAddr(%q): unable to parse IP", address+zone)
	}
	return "[" + address + zone + "]" + port, nil
}

func isIPv4(s string) bool {
	fields := strings.Split(s, ".")
	for _, f := range fields {
		n := 0
		for i := range len(f) {
			if !isDigit(f[i]) || n > 25 {
				return false
			}
			n = 10*n + int(f[i]-'0')
		}
		if f == "" || n > 255 || len(f) > 1 && f[0] == '0' {
			return false
		}
	}
	return len(fields) == 4
}

// isIPv6 knows the forms of RFC 4291, section 2.2: eight groups, a run of zeros left out as ::, an IPv4 address at the end.
func isIPv6(s string) bool {
	before, after, short := strings.Cut(s, "::")
	groups := 0
	count := func(list string, end bool) bool {
		if list == "" {
			return short
		}
		fields := strings.Split(list, ":")
		for i, f := range fields {
			if end && i == len(fields)-1 && isIPv4(f) {
				groups += 2
				continue
			}
			if len(f) == 0 || len(f) > 4 {
				return false
			}
			for j := range len(f) {
				if c := f[j] | 0x20; !isDigit(f[j]) && (c < 'a' || c > 'f') {
					return false
				}
			}
			groups++
		}
		return true
	}
	if !count(before, !short) || short && !count(after, true) {
		return false
	}
	return groups == 8 || short && groups < 8
}
