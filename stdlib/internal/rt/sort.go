package rt

// SortInts sorts x.
func SortInts(x []int)

// SortFloats sorts x, NaNs first.
func SortFloats(x []float64)

// SortStrings sorts x.
func SortStrings(x []string)
