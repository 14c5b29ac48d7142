package slices

// sorter gives the algorithms their two operations.
type sorter[E any] struct {
	x   []E
	cmp func(a, b E) int
}

func (s sorter[E]) less(i, j int) bool { return s.cmp(s.x[i], s.x[j]) < 0 }

func (s sorter[E]) swap(i, j int) { s.x[i], s.x[j] = s.x[j], s.x[i] }

// pdq sorts [a, b) by pattern-defeating quicksort, after Orson Peters. It makes the same choices as
// Go's, so that equal elements end up in the same order. limit bounds the number of bad pivots.
func (s sorter[E]) pdq(a, b, limit int) {
	balanced, partitioned := true, true
	for {
		n := b - a
		if n <= 12 {
			s.insertion(a, b)
			return
		}
		if limit == 0 {
			s.heap(a, b)
			return
		}
		if !balanced {
			s.scatter(a, b)
			limit--
		}
		pivot, trend := s.pivot(a, b)
		if trend < 0 {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				s.swap(i, j)
			}
			pivot = a + b - 1 - pivot
			trend = 1
		}
		if balanced && partitioned && trend > 0 && s.nearly(a, b) {
			return
		}
		// What equals the element before the range is no less than all of it.
		if a > 0 && !s.less(a-1, pivot) {
			a = s.splitEqual(a, b, pivot)
			continue
		}
		mid, already := s.split(a, b, pivot)
		partitioned = already
		if left, right := mid-a, b-mid; left < right {
			balanced = left >= n/8
			s.pdq(a, mid, limit)
			a = mid + 1
		} else {
			balanced = right >= n/8
			s.pdq(mid+1, b, limit)
			b = mid
		}
	}
}

func (s sorter[E]) insertion(a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && s.less(j, j-1); j-- {
			s.swap(j, j-1)
		}
	}
}

func (s sorter[E]) heap(a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		s.sift(a, i, n)
	}
	for i := n - 1; i >= 0; i-- {
		s.swap(a, a+i)
		s.sift(a, 0, i)
	}
}

func (s sorter[E]) sift(first, root, n int) {
	for {
		child := 2*root + 1
		if child >= n {
			return
		}
		if child+1 < n && s.less(first+child, first+child+1) {
			child++
		}
		if !s.less(first+root, first+child) {
			return
		}
		s.swap(first+root, first+child)
		root = child
	}
}

// split moves what is less than the pivot before it, and the rest behind it. already tells whether
// nothing had to move.
func (s sorter[E]) split(a, b, pivot int) (mid int, already bool) {
	s.swap(a, pivot)
	i, j := a+1, b-1
	for already = true; ; already = false {
		for i <= j && s.less(i, a) {
			i++
		}
		for i <= j && !s.less(j, a) {
			j--
		}
		if i > j {
			s.swap(j, a)
			return j, already
		}
		s.swap(i, j)
		i++
		j--
	}
}

// splitEqual moves what equals the pivot, the least of all, to the front, and returns where the rest begins.
func (s sorter[E]) splitEqual(a, b, pivot int) int {
	s.swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && !s.less(a, i) {
			i++
		}
		for i <= j && s.less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		s.swap(i, j)
		i++
		j--
	}
}

// nearly tries to finish a range that looks sorted, with few moves.
func (s sorter[E]) nearly(a, b int) bool {
	i := a + 1
	for range 5 {
		for i < b && !s.less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		s.swap(i, i-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1 && s.less(j, j-1); j-- {
				s.swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && s.less(j, j-1); j++ {
				s.swap(j, j-1)
			}
		}
	}
	return false
}

// scatter breaks a pattern that makes for bad pivots.
func (s sorter[E]) scatter(a, b int) {
	n := b - a
	if n < 8 {
		return
	}
	mask := uint(1)<<bits(uint(n)) - 1
	random := uint64(n)
	for i := a + n/4*2 - 1; i <= a+n/4*2+1; i++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(uint(random) & mask)
		if other >= n {
			other -= n
		}
		s.swap(i, a+other)
	}
}

// pivot chooses one, and tells whether the range seems to rise (1) or fall (-1).
func (s sorter[E]) pivot(a, b int) (pivot, trend int) {
	n := b - a
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	swaps := 0
	if n >= 8 {
		if n >= 50 {
			i = s.median(i-1, i, i+1, &swaps)
			j = s.median(j-1, j, j+1, &swaps)
			k = s.median(k-1, k, k+1, &swaps)
		}
		j = s.median(i, j, k, &swaps)
	}
	switch swaps {
	case 0:
		return j, 1
	case 12:
		return j, -1
	}
	return j, 0
}

func (s sorter[E]) median(a, b, c int, swaps *int) int {
	if s.less(b, a) {
		*swaps++
		a, b = b, a
	}
	if s.less(c, b) {
		*swaps++
		b = c
	}
	if s.less(b, a) {
		*swaps++
		b = a
	}
	return b
}

// bits is the number of bits of n.
func bits(n uint) int {
	k := 0
	for ; n != 0; n >>= 1 {
		k++
	}
	return k
}
