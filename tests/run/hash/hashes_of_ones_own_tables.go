package main

import (
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"hash/maphash"
	"math/big"
	"strings"
)

type point struct {
	x, y int
	name string
}

// table is a hash table whose keys are told apart by a Hasher.
type table[K, V any] struct {
	hasher  maphash.Hasher[K]
	seed    maphash.Seed
	buckets [8][]struct {
		k K
		v V
	}
}

func (t *table[K, V]) bucket(k K) int {
	var h maphash.Hash
	h.SetSeed(t.seed)
	t.hasher.Hash(&h, k)
	return int(h.Sum64() % 8)
}

func (t *table[K, V]) put(k K, v V) {
	b := t.bucket(k)
	for i, e := range t.buckets[b] {
		if t.hasher.Equal(e.k, k) {
			t.buckets[b][i].v = v
			return
		}
	}
	t.buckets[b] = append(t.buckets[b], struct {
		k K
		v V
	}{k, v})
}

func (t *table[K, V]) get(k K) (v V, ok bool) {
	for _, e := range t.buckets[t.bucket(k)] {
		if t.hasher.Equal(e.k, k) {
			return e.v, true
		}
	}
	return v, false
}

// fold does not see case.
type fold struct{}

func (fold) Hash(h *maphash.Hash, s string) { h.WriteString(strings.ToLower(s)) }
func (fold) Equal(a, b string) bool         { return strings.EqualFold(a, b) }

func main() {
	words := &table[string, int]{hasher: fold{}, seed: maphash.MakeSeed()}
	for i, w := range strings.Fields("One two THREE one Two three four") {
		words.put(w, i)
	}
	for _, w := range []string{"ONE", "tWO", "three", "Four", "five"} {
		fmt.Print(w, " ")
		fmt.Println(words.get(w))
	}
	points := &table[point, string]{hasher: maphash.ComparableHasher[point]{}, seed: maphash.MakeSeed()}
	points.put(point{1, 2, "a"}, "first")
	points.put(point{1, 2, strings.ToLower("A")}, "again")
	fmt.Println(points.get(point{1, 2, "a"}))

	seed := maphash.MakeSeed()
	var h maphash.Hash
	h.SetSeed(seed)
	for range 50 {
		h.WriteString("some text ")
		h.WriteByte('!')
	}
	text := strings.Repeat("some text !", 50)
	fmt.Println(h.Sum64() == maphash.String(seed, text), h.Sum64() == maphash.Bytes(seed, []byte(text)), h.Sum64() == maphash.String(maphash.MakeSeed(), text))
	h.Reset()
	fmt.Println(h.Sum64() == maphash.String(seed, ""), h.Seed() == seed, h.Size())
	zero := 0.0
	fmt.Println(maphash.Comparable(seed, zero) == maphash.Comparable(seed, -zero), maphash.Comparable[any](seed, 1) == maphash.Comparable[any](seed, int8(1)))
	fmt.Println(maphash.Comparable(seed, [2]any{"x", 1}) == maphash.Comparable(seed, [2]any{"x", 1}))
	func() {
		defer func() { fmt.Println(recover()) }()
		maphash.Bytes(maphash.Seed{}, nil)
	}()

	// What nobody can guess can only be looked at roughly.
	a, b := make([]byte, 64), make([]byte, 64)
	n, err := rand.Read(a)
	rand.Read(b)
	fmt.Println(n, err, subtle.ConstantTimeCompare(a, b), subtle.ConstantTimeCompare(a, a), len(rand.Text()))
	limit := big.NewInt(10)
	seen := map[int64]bool{}
	for range 500 {
		r, _ := rand.Int(rand.Reader, limit)
		seen[r.Int64()] = true
	}
	p, err := rand.Prime(rand.Reader, 80)
	fmt.Println(len(seen), p.BitLen(), p.ProbablyPrime(5), err)
	_, err = rand.Prime(rand.Reader, 1)
	fmt.Println(err)
	_, err = rand.Int(strings.NewReader("x"), new(big.Int).Lsh(limit, 100))
	fmt.Println(err)
	fixed, err := rand.Int(strings.NewReader("0123456789"), big.NewInt(1<<40))
	fmt.Println(fixed, err)

	fmt.Println(subtle.ConstantTimeSelect(1, 5, 6), subtle.ConstantTimeSelect(0, 5, 6), subtle.ConstantTimeByteEq(3, 3), subtle.ConstantTimeEq(3, -3), subtle.ConstantTimeLessOrEq(3, 3), subtle.ConstantTimeLessOrEq(4, 3))
	x := []byte("secret")
	subtle.ConstantTimeCopy(1, x, []byte("SECRET"))
	dst := make([]byte, 4)
	fmt.Println(string(x), subtle.XORBytes(dst, x, []byte("    ")), string(dst))
	defer func() { fmt.Println(recover()) }()
	rand.Int(rand.Reader, new(big.Int))
}

// Output:
// ONE 3 true
// tWO 4 true
// three 5 true
// Four 6 true
// five 0 false
// again true
// true true false
// true true 8
// true false
// true
// maphash: use of uninitialized Seed
// 64 <nil> 0 1 26
// 10 80 true <nil>
// crypto/rand: prime size must be at least 2-bit
// unexpected EOF
// 206983803700 <nil>
// 5 6 1 0 1 0
// SECRET 4 secr
// crypto/rand: argument to Int is <= 0
