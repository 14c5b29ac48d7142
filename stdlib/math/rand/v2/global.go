package rand

var global = &Rand{src: runtimeSource{}}

// Int64 is at least 0.
func Int64() int64 { return global.Int64() }

// Uint32 has 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 has 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int32 is at least 0.
func Int32() int32 { return global.Int32() }

// Int is at least 0.
func Int() int { return global.Int() }

// Uint has 64 bits.
func Uint() uint { return global.Uint() }

// Int64N is in [0, n).
func Int64N(n int64) int64 { return global.Int64N(n) }

// Uint64N is in [0, n).
func Uint64N(n uint64) uint64 { return global.Uint64N(n) }

// Int32N is in [0, n).
func Int32N(n int32) int32 { return global.Int32N(n) }

// Uint32N is in [0, n).
func Uint32N(n uint32) uint32 { return global.Uint32N(n) }

// IntN is in [0, n).
func IntN(n int) int { return global.IntN(n) }

// UintN is in [0, n).
func UintN(n uint) uint { return global.UintN(n) }

// Float64 is in [0, 1).
func Float64() float64 { return global.Float64() }

// Float32 is in [0, 1).
func Float32() float32 { return global.Float32() }

// Perm is a permutation of [0, n).
func Perm(n int) []int { return global.Perm(n) }

// NormFloat64 is normally distributed.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 is exponentially distributed.
func ExpFloat64() float64 { return global.ExpFloat64() }

// N is in [0, n).
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(global.below(uint64(n)))
}

// Shuffle permutes n elements by swap.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
