package rt

import "unsafe"

// SetFinalizer sets the finalizer of an object, or removes it if f is nil. It returns why that cannot be, "" if it can.
// runner is started as a goroutine when there is something for NextEnding.
func SetFinalizer(obj, f any, runner unsafe.Pointer) string

// AddCleanup has the func() f called when the object at p is dead. The number is for StopCleanup; 0: the object never dies.
func AddCleanup(p, f, runner unsafe.Pointer) uint64

// StopCleanup forgets a cleanup.
func StopCleanup(id uint64)

// NextEnding is the next finalizer or cleanup to run, nil if there is none: a func value, and for a finalizer its argument,
// and whether it takes that as an interface.
func NextEnding() (f unsafe.Pointer, obj any, boxed bool)

// ClosesOver reports whether the closure at p holds a pointer into the object at q.
func ClosesOver(p, q unsafe.Pointer) bool

// SameObject reports whether p and q point into the same object.
func SameObject(p, q unsafe.Pointer) bool

// WeakHandle is what stands for the pointer p in weak pointers.
func WeakHandle(p unsafe.Pointer) unsafe.Pointer

// WeakValue is the pointer a handle stands for, nil once what it points to is dead.
func WeakValue(handle unsafe.Pointer) unsafe.Pointer

// Data is what a pointer or unsafe pointer in v points to, nil for other values.
func Data(v any) unsafe.Pointer
