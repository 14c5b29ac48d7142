package rand

import (
	"internal/rt"
	"math"
)

// NormFloat64 is normally distributed with mean 0 and deviation 1 (Marsaglia and Tsang's ziggurat).
func (r *Rand) NormFloat64() float64 {
	const start = 3.442619855899
	for {
		j := int32(r.Uint32())
		i := int(j & 0x7F)
		k, w, f := rt.NormTable(i)
		x := float64(j) * float64(w)
		if abs := uint32(max(j, -j)); abs < k {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(r.Float64()) * (1.0 / start)
				y := -math.Log(r.Float64())
				if y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return start + x
			}
			return -start - x
		}
		_, _, above := rt.NormTable(i - 1)
		if f+float32(r.Float64())*(above-f) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// ExpFloat64 is exponentially distributed with rate 1.
func (r *Rand) ExpFloat64() float64 {
	const start = 7.69711747013104972
	for {
		j := r.Uint32()
		i := int(j & 0xFF)
		k, w, f := rt.ExpTable(i)
		x := float64(j) * float64(w)
		if j < k {
			return x
		}
		if i == 0 {
			return start - math.Log(r.Float64())
		}
		_, _, above := rt.ExpTable(i - 1)
		if f+float32(r.Float64())*(above-f) < float32(math.Exp(-x)) {
			return x
		}
	}
}

// Zipf is Zipf distributed numbers (Hörmann and Derflinger).
type Zipf struct {
	r              *Rand
	v, q, s        float64
	q1, inverse    float64 // 1-q and 1/(1-q)
	bottom, height float64
}

func (z *Zipf) h(x float64) float64 { return math.Exp(z.q1*math.Log(z.v+x)) * z.inverse }

func (z *Zipf) hinv(x float64) float64 { return math.Exp(z.inverse*math.Log(z.q1*x)) - z.v }

// NewZipf makes numbers k in [0, imax] with a probability proportional to (v + k) to the power of -s.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1.0 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, v: v, q: s, q1: 1 - s, inverse: 1 / (1 - s)}
	z.bottom = z.h(float64(imax) + 0.5)
	z.height = z.h(0.5) - math.Exp(math.Log(v)*(-s)) - z.bottom
	z.s = 1 - z.hinv(z.h(1.5)-math.Exp(-s*math.Log(v+1)))
	return z
}

// Uint64 is the next number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.bottom + z.r.Float64()*z.height
		x := z.hinv(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || u >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
