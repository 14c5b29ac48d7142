package url

import (
	"errors"
	"maps"
	"slices"
	"strings"
)

// Values are the keys and values of a query or a form. Keys are told apart by case.
type Values map[string][]string

// Get is the first value of key, or "". All values are v[key].
func (v Values) Get(key string) string {
	if list := v[key]; len(list) > 0 {
		return list[0]
	}
	return ""
}

// Set gives key one value.
func (v Values) Set(key, value string) { v[key] = []string{value} }

// Add gives key a further value.
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }

// Del removes key.
func (v Values) Del(key string) { delete(v, key) }

// Has reports whether there is the key.
func (v Values) Has(key string) bool {
	_, has := v[key]
	return has
}

// Clone copies the map and its lists.
func (vs Values) Clone() Values {
	if vs == nil {
		return nil
	}
	c := make(Values, len(vs))
	for key, list := range vs {
		c[key] = slices.Clone(list)
	}
	return c
}

// Encode writes key=value pairs with & between them, sorted by key.
func (v Values) Encode() string {
	var pairs []string
	for _, key := range slices.Sorted(maps.Keys(v)) {
		for _, value := range v[key] {
			pairs = append(pairs, QueryEscape(key)+"="+QueryEscape(value))
		}
	}
	return strings.Join(pairs, "&")
}

// The most pairs that ParseQuery reads.
const maxPairs = 10000

// ParseQuery reads pairs with & between them. It answers all that are well formed, and the first error.
func ParseQuery(query string) (Values, error) {
	v := make(Values)
	if strings.Count(query, "&") >= maxPairs {
		return v, errors.New("number of URL query parameters exceeded limit")
	}
	var first error
	for pair := range strings.SplitSeq(query, "&") {
		if pair == "" {
			continue
		}
		if err := v.addPair(pair); err != nil && (first == nil || err == errSemicolon) {
			first = err
		}
	}
	return v, first
}

var errSemicolon = errors.New("invalid semicolon separator in query")

func (v Values) addPair(pair string) error {
	if strings.ContainsRune(pair, ';') {
		return errSemicolon
	}
	key, value, _ := strings.Cut(pair, "=")
	key, err := QueryUnescape(key)
	if err != nil {
		return err
	}
	if value, err = QueryUnescape(value); err != nil {
		return err
	}
	v.Add(key, value)
	return nil
}
