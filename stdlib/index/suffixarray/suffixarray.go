// Package suffixarray finds strings in a text that has been sorted before.
package suffixarray

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"regexp"
	"slices"
	"sort"
)

// An Index is a text and the places in it, in the order of what follows them.
type Index struct {
	data   []byte
	places []int32
}

// New sorts data, which is not to be changed any more.
func New(data []byte) *Index { return &Index{data, sorted(data)} }

// sorted orders the suffixes: by their first byte, then, with the ranks that gives, by twice as many bytes each time.
func sorted(data []byte) []int32 {
	n := len(data)
	places, rank, next := make([]int32, n), make([]int32, n), make([]int32, n)
	for i, b := range data {
		places[i], rank[i] = int32(i), int32(b)
	}
	for width := 0; ; width = max(1, 2*width) {
		second := func(i int32) int32 {
			if j := int(i) + width; width > 0 && j < n {
				return rank[j]
			}
			return -1
		}
		slices.SortFunc(places, func(i, j int32) int {
			if rank[i] != rank[j] {
				return int(rank[i] - rank[j])
			}
			return int(second(i) - second(j))
		})
		last := int32(0)
		for k, i := range places {
			if k > 0 && (rank[places[k-1]] != rank[i] || second(places[k-1]) != second(i)) {
				last = int32(k)
			}
			next[i] = last
		}
		rank, next = next, rank
		if n == 0 || int(last) == n-1 {
			return places
		}
	}
}

// Bytes is the text.
func (x *Index) Bytes() []byte { return x.data }

// Lookup is places where s stands, at most n of them, in no order; all of them if n is negative.
func (x *Index) Lookup(s []byte, n int) (result []int) {
	if len(s) == 0 || n == 0 {
		return nil
	}
	first := sort.Search(len(x.places), func(k int) bool { return bytes.Compare(x.data[x.places[k]:], s) >= 0 })
	for _, at := range x.places[first:] {
		if n >= 0 && len(result) == n || !bytes.HasPrefix(x.data[at:], s) {
			break
		}
		result = append(result, int(at))
	}
	return result
}

// FindAllIndex is matches of r that do not overlap, at most n of them, in the order of the text; all of them if n is negative.
func (x *Index) FindAllIndex(r *regexp.Regexp, n int) (result [][]int) {
	lit, whole := r.LiteralPrefix()
	if !whole || lit == "" || n >= 0 {
		return r.FindAllIndex(x.data, n)
	}
	places := x.Lookup([]byte(lit), -1)
	slices.Sort(places)
	free := 0
	for _, at := range places {
		if at >= free {
			free = at + len(lit)
			result = append(result, []int{at, free})
		}
	}
	return result
}

// Write writes the index for Read.
func (x *Index) Write(w io.Writer) error {
	b := binary.AppendUvarint(nil, uint64(len(x.data)))
	b = append(b, x.data...)
	for _, at := range x.places {
		b = binary.LittleEndian.AppendUint32(b, uint32(at))
	}
	_, err := w.Write(b)
	return err
}

// byteReader reads single bytes.
type byteReader struct{ io.Reader }

func (r byteReader) ReadByte() (byte, error) {
	var b [1]byte
	_, err := io.ReadFull(r.Reader, b[:])
	return b[0], err
}

// Read reads what Write wrote.
func (x *Index) Read(r io.Reader) error {
	n, err := binary.ReadUvarint(byteReader{r})
	if err != nil {
		return err
	}
	if n > 1<<31 {
		return errors.New("suffixarray: data too large")
	}
	data := make([]byte, 5*n)
	if _, err := io.ReadFull(r, data); err != nil {
		return err
	}
	x.data, x.places = data[:n:n], make([]int32, n)
	for i := range x.places {
		x.places[i] = int32(binary.LittleEndian.Uint32(data[int(n)+4*i:]))
	}
	return nil
}
