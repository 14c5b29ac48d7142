package runtime

import (
	"internal/rt"
	"unsafe"
)

// word is a func value as a pointer.
func word[F any](f F) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(&f)) }

// SetFinalizer has finalizer called with obj, a pointer to an object, at some time after nothing else points to the object. The object
// then lives on, without finalizer, until it becomes unreachable again. A nil finalizer removes the one there is.
func SetFinalizer(obj any, finalizer any) {
	if why := rt.SetFinalizer(obj, finalizer, word(runEndings)); why != "" {
		rt.Throw("runtime.SetFinalizer: " + why)
	}
}

// runEndings calls the finalizers and cleanups of objects that a collection has found dead.
func runEndings() {
	for {
		f, obj, boxed := rt.NextEnding()
		switch {
		case f == nil:
			return
		case obj == nil:
			(*(*func())(unsafe.Pointer(&f)))()
		case boxed:
			(*(*func(any))(unsafe.Pointer(&f)))(obj)
		default:
			(*(*func(unsafe.Pointer))(unsafe.Pointer(&f)))(rt.Data(obj))
		}
	}
}

// Cleanup is a cleanup that can be cancelled.
type Cleanup struct{ id uint64 }

// Stop cancels the cleanup, unless it has been queued to run.
func (c Cleanup) Stop() {
	if c.id != 0 {
		rt.StopCleanup(c.id)
	}
}

// AddCleanup has cleanup called with arg at some time after nothing points to the object at ptr any more. Unlike with a finalizer
// the object is gone then; it may have several cleanups.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	p := unsafe.Pointer(ptr)
	if p == nil {
		panic("runtime.AddCleanup: ptr is nil")
	}
	switch q := rt.Data(any(arg)); {
	case q == nil:
	case q == p:
		panic("runtime.AddCleanup: ptr is equal to arg, cleanup will never run")
	case rt.SameObject(p, q):
		panic("runtime.AddCleanup: ptr is within arg, cleanup will never run")
	}
	if rt.ClosesOver(word(cleanup), p) {
		panic("runtime.AddCleanup: cleanup function closes over ptr, cleanup will never run")
	}
	return Cleanup{rt.AddCleanup(p, word(func() { cleanup(arg) }), word(runEndings))}
}
