// Package sort sorts slices and other collections, and searches in sorted ones.
package sort

import "internal/rt"

// Interface is what can be sorted: a sequence with an order.
type Interface interface {
	Len() int
	Less(i, j int) bool
	Swap(i, j int)
}

// Sort sorts data; equal elements may change their order.
func Sort(data Interface) {
	n := data.Len()
	if n > 1 {
		sorter{data}.pdq(0, n, bits(uint(n)))
	}
}

// Stable sorts data and keeps equal elements in their order.
func Stable(data Interface) { sorter{data}.stable(data.Len()) }

// IsSorted reports whether data is sorted.
func IsSorted(data Interface) bool {
	for i := data.Len() - 1; i > 0; i-- {
		if data.Less(i, i-1) {
			return false
		}
	}
	return true
}

// Reverse is data in the opposite order.
func Reverse(data Interface) Interface { return &reverse{data} }

type reverse struct{ Interface }

func (r reverse) Less(i, j int) bool { return r.Interface.Less(j, i) }

// sliceBy is any slice with a less function.
type sliceBy struct {
	x    any
	less func(i, j int) bool
}

func (s *sliceBy) Len() int           { return rt.Len(s.x) }
func (s *sliceBy) Less(i, j int) bool { return s.less(i, j) }
func (s *sliceBy) Swap(i, j int)      { rt.Swap(s.x, i, j) }

// Slice sorts the slice x by less; equal elements may change their order.
func Slice(x any, less func(i, j int) bool) {
	checkSlice(x)
	Sort(&sliceBy{x, less})
}

// SliceStable is Slice that keeps equal elements in their order.
func SliceStable(x any, less func(i, j int) bool) {
	checkSlice(x)
	Stable(&sliceBy{x, less})
}

// SliceIsSorted reports whether the slice x is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	checkSlice(x)
	for i := rt.Len(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}

func checkSlice(x any) {
	if rt.Kind(x) != rt.Slice {
		panic("reflect: call of Swapper on " + kindName(x) + " Value")
	}
}

func kindName(x any) string {
	if x == nil {
		return "zero"
	}
	return rt.TypeString(x)
}

// IntSlice is a sortable []int.
type IntSlice []int

func (x IntSlice) Len() int           { return len(x) }
func (x IntSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x IntSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts it.
func (x IntSlice) Sort() { rt.SortInts(x) }

// Search is SearchInts.
func (p IntSlice) Search(x int) int { return SearchInts(p, x) }

// Float64Slice is a sortable []float64; NaNs come first.
type Float64Slice []float64

func (x Float64Slice) Len() int           { return len(x) }
func (x Float64Slice) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x Float64Slice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts it.
func (x Float64Slice) Sort() { rt.SortFloats(x) }

// Search is SearchFloat64s.
func (p Float64Slice) Search(x float64) int { return SearchFloat64s(p, x) }

// StringSlice is a sortable []string.
type StringSlice []string

func (x StringSlice) Len() int           { return len(x) }
func (x StringSlice) Less(i, j int) bool { return x[i] < x[j] }
func (x StringSlice) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

// Sort sorts it.
func (x StringSlice) Sort() { rt.SortStrings(x) }

// Search is SearchStrings.
func (p StringSlice) Search(x string) int { return SearchStrings(p, x) }

// Ints sorts a slice of ints.
func Ints(x []int) { rt.SortInts(x) }

// Float64s sorts a slice of numbers, NaNs first.
func Float64s(x []float64) { rt.SortFloats(x) }

// Strings sorts a slice of strings.
func Strings(x []string) { rt.SortStrings(x) }

// IntsAreSorted reports whether x is sorted.
func IntsAreSorted(x []int) bool { return IsSorted(IntSlice(x)) }

// Float64sAreSorted reports whether x is sorted.
func Float64sAreSorted(x []float64) bool { return IsSorted(Float64Slice(x)) }

// StringsAreSorted reports whether x is sorted.
func StringsAreSorted(x []string) bool { return IsSorted(StringSlice(x)) }

// Search is the smallest i in [0, n) for which f is true, n if there is none; f must be false
// up to some point and true from there on.
func Search(n int, f func(int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if f(m) {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

// Find is Search by comparison: cmp is positive before, 0 at, and negative after what is sought.
func Find(n int, cmp func(int) int) (i int, found bool) {
	lo, hi := 0, n
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		if cmp(m) > 0 {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo, lo < n && cmp(lo) == 0
}

// SearchInts is where x is in the sorted a, or where it would be.
func SearchInts(a []int, x int) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchFloat64s is where x is in the sorted a, or where it would be.
func SearchFloat64s(a []float64, x float64) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}

// SearchStrings is where x is in the sorted a, or where it would be.
func SearchStrings(a []string, x string) int {
	return Search(len(a), func(i int) bool { return a[i] >= x })
}
