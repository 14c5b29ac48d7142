package url

import "strings"

// Parse reads a URL that may be relative to u; what it answers is not.
func (u *URL) Parse(ref string) (*URL, error) {
	other, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(other), nil
}

// ResolveReference is the URL that ref means in a document at u (RFC 3986, section 5.2). It is always a new one.
func (u *URL) ResolveReference(ref *URL) *URL {
	target := *ref
	if target.Scheme == "" {
		target.Scheme = u.Scheme
	}
	if ref.Scheme != "" || ref.Host != "" || ref.User != nil {
		target.setPath(withoutDots(ref.EscapedPath()))
		return &target
	}
	inherit := func(opaque string) *URL {
		target.Opaque, target.User, target.Host, target.Path = opaque, nil, "", ""
		return &target
	}
	if ref.Opaque != "" {
		return inherit(ref.Opaque)
	}
	if ref.Path == "" {
		if ref.RawQuery == "" && !ref.ForceQuery {
			target.RawQuery = u.RawQuery
			if ref.Fragment == "" {
				target.Fragment, target.RawFragment = u.Fragment, u.RawFragment
			}
		}
		if u.Opaque != "" {
			return inherit(u.Opaque)
		}
	}
	target.Host, target.User = u.Host, u.User
	full, base := ref.EscapedPath(), u.EscapedPath()
	switch {
	case full == "":
		full = base
	case full[0] != '/':
		full = base[:strings.LastIndexByte(base, '/')+1] + full
	}
	target.setPath(withoutDots(full))
	return &target
}

// withoutDots carries out the segments . and .. of a path (section 5.2.4); what remains starts with a slash.
func withoutDots(path string) string {
	if path == "" {
		return ""
	}
	var kept []string
	segments := strings.Split(strings.TrimPrefix(path, "/"), "/")
	for i, s := range segments {
		up, dots := s == "..", s == "." || s == ".."
		if up && len(kept) > 0 {
			kept = kept[:len(kept)-1]
		}
		if !dots {
			kept = append(kept, s)
		} else if i == len(segments)-1 {
			kept = append(kept, "")
		}
	}
	clean := strings.Join(kept, "/")
	if strings.HasPrefix(clean, "/") { // two slashes would begin a host
		return clean
	}
	return "/" + clean
}
