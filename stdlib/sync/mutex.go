// Package sync has locks and other ways of waiting for each other.
package sync

import (
	"internal/rt"
	"sync/atomic"
)

// Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// Bits of Mutex.state. The machine has others: see src/sched/mutex.rs.
const (
	locked   = 1
	starving = 4 // Unlock hands the lock, still locked, to the first waiter
)

// Mutex is a mutual exclusion lock; zero is unlocked. It must not be copied after first use.
// The machine locks and unlocks by itself where nobody waits. It knows the fields of the types in this package:
// where a goroutine that waits is ended at the prompt, it takes back what that goroutine has announced.
type Mutex struct {
	state uint32
	sema  uint32
}

// Lock waits until it has the lock.
func (m *Mutex) Lock() {
	if !atomic.CompareAndSwapUint32(&m.state, 0, locked) {
		m.lockSlow()
	}
}

// TryLock takes the lock if it is free.
func (m *Mutex) TryLock() bool {
	old := atomic.LoadUint32(&m.state)
	return old&(locked|starving) == 0 && atomic.CompareAndSwapUint32(&m.state, old, old|locked)
}

// Unlock releases the lock; any goroutine may.
func (m *Mutex) Unlock() {
	if !atomic.CompareAndSwapUint32(&m.state, locked, 0) {
		m.unlockSlow()
	}
}

func (m *Mutex) lockSlow() { rt.MutexLock(&m.sema, 0) }

func (m *Mutex) unlockSlow() { rt.MutexUnlock(&m.sema) }

// RWMutex is a lock held by one writer or by any number of readers; zero is unlocked. A waiting
// writer keeps new readers out.
type RWMutex struct {
	w         Mutex
	writerSem uint32
	readerSem uint32
	readers   int32 // holding or waiting; less maxReaders while a writer wants or has the lock
	leaving   int32 // readers that the writer still waits for
}

const maxReaders = 1 << 30

// RLock waits until it may read.
func (rw *RWMutex) RLock() {
	if atomic.AddInt32(&rw.readers, 1) < 0 {
		rt.SemacquireRWMutexR(&rw.readerSem)
	}
}

// TryRLock takes the lock for reading if that needs no waiting.
func (rw *RWMutex) TryRLock() bool {
	for {
		n := atomic.LoadInt32(&rw.readers)
		if n < 0 {
			return false
		}
		if atomic.CompareAndSwapInt32(&rw.readers, n, n+1) {
			return true
		}
	}
}

// RUnlock undoes one RLock.
func (rw *RWMutex) RUnlock() {
	n := atomic.AddInt32(&rw.readers, -1)
	if n >= 0 {
		return
	}
	if n == -1 || n == -maxReaders-1 {
		rt.Fatal("sync: RUnlock of unlocked RWMutex")
	}
	if atomic.AddInt32(&rw.leaving, -1) == 0 {
		rt.Semrelease(&rw.writerSem, false)
	}
}

// Lock waits until it may write.
func (rw *RWMutex) Lock() {
	rw.w.Lock()
	n := atomic.AddInt32(&rw.readers, -maxReaders) + maxReaders
	if n != 0 && atomic.AddInt32(&rw.leaving, n) != 0 {
		rt.SemacquireRWMutex(&rw.writerSem)
		if rt.WaitCut() {
			rw.w.Unlock()
			rt.Goexit()
		}
	}
}

// TryLock takes the lock for writing if that needs no waiting.
func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if !atomic.CompareAndSwapInt32(&rw.readers, 0, -maxReaders) {
		rw.w.Unlock()
		return false
	}
	return true
}

// Unlock undoes Lock.
func (rw *RWMutex) Unlock() {
	n := atomic.AddInt32(&rw.readers, maxReaders)
	if n >= maxReaders {
		rt.Fatal("sync: Unlock of unlocked RWMutex")
	}
	for range n {
		rt.Semrelease(&rw.readerSem, false)
	}
	rw.w.Unlock()
}

// RLocker is a Locker that locks for reading.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
