package rand

// global is for all goroutines: it has no state of its own.
var global = &Rand{src: runtimeSource{}, s64: runtimeSource{}}

// Seed does nothing: the functions of this package are seeded at random.
func Seed(seed int64) {}

// Int63 is at least 0.
func Int63() int64 { return global.Int63() }

// Uint32 has 32 bits.
func Uint32() uint32 { return global.Uint32() }

// Uint64 has 64 bits.
func Uint64() uint64 { return global.Uint64() }

// Int31 is at least 0.
func Int31() int32 { return global.Int31() }

// Int is at least 0.
func Int() int { return global.Int() }

// Int63n is in [0, n).
func Int63n(n int64) int64 { return global.Int63n(n) }

// Int31n is in [0, n).
func Int31n(n int32) int32 { return global.Int31n(n) }

// Intn is in [0, n).
func Intn(n int) int { return global.Intn(n) }

// Float64 is in [0, 1).
func Float64() float64 { return global.Float64() }

// Float32 is in [0, 1).
func Float32() float32 { return global.Float32() }

// Perm is a permutation of [0, n).
func Perm(n int) []int { return global.Perm(n) }

// Shuffle permutes n elements by swap.
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }

// Read fills p.
func Read(p []byte) (n int, err error) { return New(runtimeSource{}).Read(p) }

// NormFloat64 is normally distributed.
func NormFloat64() float64 { return global.NormFloat64() }

// ExpFloat64 is exponentially distributed.
func ExpFloat64() float64 { return global.ExpFloat64() }
