package sort

// sorter gives the algorithms their two operations.
type sorter struct{ data Interface }

func (s sorter) less(i, j int) bool { return s.data.Less(i, j) }

func (s sorter) swap(i, j int) { s.data.Swap(i, j) }

// pdq sorts [a, b) by pattern-defeating quicksort, after Orson Peters. It makes the same choices as
// Go's, so that equal elements end up in the same order. limit bounds the number of bad pivots.
func (s sorter) pdq(a, b, limit int) {
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

func (s sorter) insertion(a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && s.less(j, j-1); j-- {
			s.swap(j, j-1)
		}
	}
}

func (s sorter) heap(a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		s.sift(a, i, n)
	}
	for i := n - 1; i >= 0; i-- {
		s.swap(a, a+i)
		s.sift(a, 0, i)
	}
}

func (s sorter) sift(first, root, n int) {
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
func (s sorter) split(a, b, pivot int) (mid int, already bool) {
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
func (s sorter) splitEqual(a, b, pivot int) int {
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
func (s sorter) nearly(a, b int) bool {
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
func (s sorter) scatter(a, b int) {
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
func (s sorter) pivot(a, b int) (pivot, trend int) {
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

func (s sorter) median(a, b, c int, swaps *int) int {
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

// stable sorts by insertion in blocks and merging them in place.
func (s sorter) stable(n int) {
	size := 20
	for a := 0; a < n; a += size {
		s.insertion(a, min(a+size, n))
	}
	for ; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			s.merge(a, a+size, min(a+2*size, n))
		}
	}
}

// merge merges [a, m) and [m, b): it exchanges an end of the first with a start of the second such that two
// smaller merges are left (SymMerge, after Kim and Kutzner).
func (s sorter) merge(a, m, b int) {
	if a >= m || m >= b || !s.less(m, m-1) {
		return
	}
	if m-a == 1 || b-m == 1 {
		if m-a == 1 {
			for i := a; i+1 < b && s.less(i+1, i); i++ {
				s.swap(i, i+1)
			}
			return
		}
		for i := m; i > a && s.less(i, i-1); i-- {
			s.swap(i, i-1)
		}
		return
	}
	// Find how many elements of the front half belong to the first run: of each pair that mirrors at the
	// middle, the one from the second run goes to the front if it is less.
	mid := a + (b-a)/2
	sum := mid + m
	lo, hi := a, m
	if m > mid {
		lo, hi = sum-b, mid
	}
	last := sum - 1
	for lo < hi {
		c := lo + (hi-lo)/2
		if s.less(last-c, c) {
			hi = c
		} else {
			lo = c + 1
		}
	}
	end := sum - lo
	if lo < m && m < end {
		s.rotate(lo, m, end)
	}
	s.merge(a, lo, mid)
	s.merge(mid, end, b)
}

// rotate exchanges the neighbours [a, m) and [m, b) by three reversals.
func (s sorter) rotate(a, m, b int) {
	s.reverse(a, m)
	s.reverse(m, b)
	s.reverse(a, b)
}

func (s sorter) reverse(a, b int) {
	for b--; a < b; a, b = a+1, b-1 {
		s.swap(a, b)
	}
}
