package runtime

import "internal/rt"

// forced counts collections that the program asked for.
var forced uint32

// GC collects garbage.
func GC() {
	forced++
	rt.GC()
}

// MemStats is statistics of the allocator. What golite does not have is 0.
type MemStats struct {
	Alloc         uint64 // bytes of objects, as HeapAlloc
	TotalAlloc    uint64 // bytes of all objects ever allocated
	Sys           uint64 // bytes the system has given, in all
	Lookups       uint64
	Mallocs       uint64 // objects ever allocated
	Frees         uint64 // objects ever freed
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64 // heap size at which the next collection begins
	LastGC        uint64 // end of the last one, nanoseconds since 1970
	PauseTotalNs  uint64
	PauseNs       [256]uint64 // the last pause is at (NumGC+255)%256
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32 // collections asked for by GC
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) {
	var s [13]uint64
	rt.MemStats(&s)
	*m = MemStats{}
	m.Alloc, m.TotalAlloc, m.Sys, m.Mallocs, m.Frees = s[0], s[1], s[2], s[3], s[4]
	m.HeapAlloc, m.HeapSys, m.HeapIdle, m.HeapReleased = s[0], s[5], s[6], s[7]
	m.HeapInuse, m.HeapObjects = s[5]-s[6], s[3]-s[4]
	m.NextGC, m.LastGC, m.PauseTotalNs, m.NumGC = s[8], s[9], s[10], uint32(s[11])
	m.StackInuse, m.StackSys = s[12], s[12]
	// The tables about blocks: a 64th of what they describe.
	m.GCSys = s[5] / 64
	m.Sys += m.GCSys
	m.NumForcedGC = forced
	m.EnableGC = true
	var pauses [512]uint64
	n := rt.GCPauses(pauses[:])
	for i := range min(n, 256) {
		at := (m.NumGC + 255 - uint32(i)) % 256
		m.PauseNs[at], m.PauseEnd[at] = pauses[2*i], pauses[2*i+1]
	}
	size := uint32(0)
	for i := range m.BySize {
		m.BySize[i].Size = size
		step := uint32(8)
		for size >= 16*step {
			step *= 2
		}
		size += step
	}
}
