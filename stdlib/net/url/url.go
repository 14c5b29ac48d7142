// Package url reads and writes URLs and queries, as RFC 3986 has them.
package url

import (
	"errors"
	"fmt"
	"path"
	"strings"
)

// URL is a URL, cut into its parts, which hold no escapes unless their names say Raw. One without a host after the scheme is
//
//	scheme:opaque?query#fragment
//
// and all others are
//
//	[scheme:][//[userinfo@]host][/]path[?query][#fragment]
type URL struct {
	Scheme   string    // in small letters
	Opaque   string    // as it was written
	User     *Userinfo // nil if there is none
	Host     string    // with its port
	Path     string
	Fragment string // without #

	RawQuery    string // as it was written, without ?
	RawPath     string // a hint for EscapedPath, if the path is not escaped in the usual way
	RawFragment string // likewise for EscapedFragment
	ForceQuery  bool   // whether String ends in ? without a query
	OmitHost    bool   // whether String leaves an empty host out
}

// Error tells during which operation on which URL something failed.
type Error struct {
	Op  string
	URL string
	Err error
}

func (e *Error) Unwrap() error { return e.Err }
func (e *Error) Error() string { return fmt.Sprintf("%s %q: %s", e.Op, e.URL, e.Err) }

// Timeout asks the cause.
func (e *Error) Timeout() bool {
	cause, ok := e.Err.(interface{ Timeout() bool })
	return ok && cause.Timeout()
}

// Temporary asks the cause.
func (e *Error) Temporary() bool {
	cause, ok := e.Err.(interface{ Temporary() bool })
	return ok && cause.Temporary()
}

// EscapeError is an escape that is none.
type EscapeError string

func (e EscapeError) Error() string { return fmt.Sprintf("invalid URL escape %q", string(e)) }

// InvalidHostError is a character that no host has.
type InvalidHostError string

func (e InvalidHostError) Error() string {
	return fmt.Sprintf("invalid character %q in host name", string(e))
}

// Userinfo is a user's name and perhaps a password. It does not change.
type Userinfo struct {
	username    string
	password    string
	passwordSet bool
}

// User is a name without a password.
func User(username string) *Userinfo { return &Userinfo{username: username} }

// UserPassword is a name and a password. RFC 3986 warns of URLs that hold one.
func UserPassword(username, password string) *Userinfo {
	return &Userinfo{username: username, password: password, passwordSet: true}
}

// Username is the name.
func (u *Userinfo) Username() string {
	if u != nil {
		return u.username
	}
	return ""
}

// Password is the password, and whether there is one.
func (u *Userinfo) Password() (string, bool) {
	if u != nil {
		return u.password, u.passwordSet
	}
	return "", false
}

// String is name or name:password, escaped.
func (u *Userinfo) String() string {
	if u == nil || u.username == "" && u.password == "" && !u.passwordSet {
		return ""
	}
	text := inUser.escape(u.username)
	if u.passwordSet {
		text += ":" + inUser.escape(u.password)
	}
	return text
}

func (u *URL) setPath(raw string) error { return inPath.set(&u.Path, &u.RawPath, raw) }

func (u *URL) setFragment(raw string) error {
	return inFragment.set(&u.Fragment, &u.RawFragment, raw)
}

// set stores what raw says, and raw itself as the hint if it is not the usual way to say it.
func (p part) set(text, hint *string, raw string) error {
	plain, err := p.unescape(raw)
	if err != nil {
		return err
	}
	*text, *hint = plain, ""
	if p.escape(plain) != raw {
		*hint = raw
	}
	return nil
}

// EscapedPath is RawPath if that is a way to write Path, else Path escaped in the usual way.
func (u *URL) EscapedPath() string {
	switch {
	case u.RawPath != "" && inPath.isEscapingOf(u.RawPath, u.Path):
		return u.RawPath
	case u.Path == "*":
		return "*" // a server as a whole, in HTTP's OPTIONS
	}
	return inPath.escape(u.Path)
}

// EscapedFragment is RawFragment if that is a way to write Fragment, else Fragment escaped in the usual way.
func (u *URL) EscapedFragment() string {
	if u.RawFragment != "" && inFragment.isEscapingOf(u.RawFragment, u.Fragment) {
		return u.RawFragment
	}
	return inFragment.escape(u.Fragment)
}

// String puts the parts together again.
func (u *URL) String() string {
	var out strings.Builder
	if u.Scheme != "" {
		out.WriteString(u.Scheme + ":")
	}
	if u.Opaque != "" {
		out.WriteString(u.Opaque)
	} else {
		u.writeHierarchy(&out)
	}
	if u.RawQuery != "" || u.ForceQuery {
		out.WriteString("?" + u.RawQuery)
	}
	if u.Fragment != "" {
		out.WriteString("#" + u.EscapedFragment())
	}
	return out.String()
}

// writeHierarchy writes the authority and the path so that they are read as what they are.
func (u *URL) writeHierarchy(out *strings.Builder) {
	noAuthority := u.Host == "" && u.User == nil
	escaped := u.EscapedPath()
	switch {
	case noAuthority && u.OmitHost:
		if strings.HasPrefix(escaped, "//") {
			escaped = "%2F" + escaped[1:]
		}
	case noAuthority && (u.Scheme == "" || u.Path == ""):
	default:
		out.WriteString("//")
		if u.User != nil {
			out.WriteString(u.User.String() + "@")
		}
		out.WriteString(inHost.escape(u.Host))
	}
	if u.Host != "" && escaped != "" && escaped[0] != '/' {
		out.WriteByte('/')
	}
	if out.Len() == 0 {
		// A colon in the first segment would make it a scheme.
		if colon := strings.IndexAny(escaped, ":/"); colon >= 0 && escaped[colon] == ':' {
			out.WriteString("./")
		}
	}
	out.WriteString(escaped)
}

// Redacted is String with xxxxx for a password.
func (u *URL) Redacted() string {
	if u == nil {
		return ""
	}
	hidden := *u
	if _, has := u.User.Password(); has {
		hidden.User = UserPassword(u.User.Username(), "xxxxx")
	}
	return hidden.String()
}

// IsAbs reports whether there is a scheme.
func (u *URL) IsAbs() bool { return u.Scheme != "" }

// Query is the query's values; pairs that are malformed are left out.
func (u *URL) Query() Values {
	values, _ := ParseQuery(u.RawQuery)
	return values
}

// RequestURI is what an HTTP request names: the path, or the opaque part, and the query.
func (u *URL) RequestURI() string {
	uri := u.Opaque
	switch {
	case strings.HasPrefix(uri, "//"):
		uri = u.Scheme + ":" + uri
	case uri == "":
		if uri = u.EscapedPath(); uri == "" {
			uri = "/"
		}
	}
	if u.RawQuery != "" || u.ForceQuery {
		uri += "?" + u.RawQuery
	}
	return uri
}

// hostPort cuts Host; a port that is no number belongs to the host.
func (u *URL) hostPort() (host, port string) {
	host = u.Host
	if colon := strings.LastIndexByte(host, ':'); colon >= 0 && isPort(host[colon:]) {
		host, port = host[:colon], host[colon+1:]
	}
	if inner, ok := strings.CutPrefix(host, "["); ok {
		if inner, ok = strings.CutSuffix(inner, "]"); ok {
			host = inner
		}
	}
	return host, port
}

// Hostname is the host without its port and without the brackets of an IPv6 address.
func (u *URL) Hostname() string {
	host, _ := u.hostPort()
	return host
}

// Port is the host's port, empty if there is none.
func (u *URL) Port() string {
	_, port := u.hostPort()
	return port
}

// AppendBinary appends the URL's text.
func (u *URL) AppendBinary(b []byte) ([]byte, error) { return append(b, u.String()...), nil }

// MarshalBinary is the URL's text.
func (u *URL) MarshalBinary() (text []byte, err error) { return u.AppendBinary(nil) }

// UnmarshalBinary parses text.
func (u *URL) UnmarshalBinary(text []byte) error {
	parsed, err := Parse(string(text))
	if err == nil {
		*u = *parsed
	}
	return err
}

// Clone copies the URL and its user.
func (u *URL) Clone() *URL {
	if u == nil {
		return nil
	}
	c := *u
	if c.User != nil {
		user := *c.User
		c.User = &user
	}
	return &c
}

// JoinPath is u with elements added to its path, which is cleaned of . and .. and double slashes.
func (u *URL) JoinPath(elem ...string) *URL {
	joined, _ := u.join(elem)
	return joined
}

func (u *URL) join(elem []string) (*URL, error) {
	base := u.EscapedPath()
	relative := !strings.HasPrefix(base, "/")
	last := base
	if len(elem) > 0 {
		last = elem[len(elem)-1]
	}
	full := path.Join("/", base, path.Join(elem...))
	if relative {
		full = full[1:]
		// Nothing to keep the slash of.
		if len(elem) == 0 && base == "" {
			last = "/"
		}
	}
	if strings.HasSuffix(last, "/") && !strings.HasSuffix(full, "/") {
		full += "/"
	}
	joined := *u
	err := joined.setPath(full)
	return &joined, err
}

// JoinPath is the text of a URL with elements added to the path of base.
func JoinPath(base string, elem ...string) (result string, err error) {
	u, err := Parse(base)
	if err != nil {
		return "", err
	}
	if u, err = u.join(elem); err != nil {
		return "", err
	}
	return u.String(), nil
}

var errNoScheme = errors.New("missing protocol scheme")
