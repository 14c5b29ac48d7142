package rt

// NormTable is strip i of the ziggurat of the normal distribution (128 strips).
func NormTable(i int) (k uint32, w, f float32)

// ExpTable is strip i of the ziggurat of the exponential distribution (256 strips).
func ExpTable(i int) (k uint32, w, f float32)
