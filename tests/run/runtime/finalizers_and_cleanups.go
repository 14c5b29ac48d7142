package main

import (
	"fmt"
	"runtime"
	"slices"
	"time"
)

type File struct {
	name string
	next *File
}

type Closer interface{ Close() string }

func (f *File) Close() string { return "closed " + f.name }

var done = make(chan string, 16)

func wait(n int) (all []string) {
	for range n {
		select {
		case s := <-done:
			all = append(all, s)
		case <-time.After(5 * time.Second):
			all = append(all, "timeout")
		}
	}
	slices.Sort(all)
	return all
}

func open(name string) *File { return &File{name: name} }

func main() {
	f := open("a")
	runtime.SetFinalizer(f, func(f *File) { done <- "finalized " + f.name })
	runtime.KeepAlive(f)
	runtime.GC()
	fmt.Println(wait(1))

	// Cleanups get no object, so there may be several, and they may be stopped.
	func() {
		c := open("c")
		runtime.AddCleanup(c, func(s string) { done <- "cleanup " + s }, "one")
		runtime.AddCleanup(c, func(n int) { done <- fmt.Sprint("cleanup ", n) }, 2)
		runtime.AddCleanup(c, func(n int) { done <- "never" }, 3).Stop()
	}()
	runtime.GC()
	fmt.Println(wait(2))

	// A finalizer may take an interface and have results; it may make its object live on.
	var kept *File
	func() {
		runtime.SetFinalizer(open("d"), func(c Closer) { done <- c.Close() })
		runtime.SetFinalizer(open("e"), func(f *File) int { kept = f; done <- "kept"; return 1 })
	}()
	runtime.GC()
	fmt.Println(wait(2), kept.name)

	// What a dead object with a finalizer points to lives until that has run.
	func() {
		first, second := open("first"), open("second")
		first.next = second
		runtime.SetFinalizer(first, func(f *File) { done <- f.name + " before " + f.next.name })
		runtime.SetFinalizer(second, func(f *File) { done <- f.name })
	}()
	runtime.GC()
	fmt.Println(wait(1))
	runtime.GC()
	fmt.Println(wait(1))

	func() {
		g := open("g")
		runtime.SetFinalizer(g, func(f *File) { done <- "never" })
		runtime.SetFinalizer(g, nil)
	}()
	runtime.GC()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(done), runtime.NumGoroutine())
	try := func(f func()) {
		defer func() { fmt.Println(recover()) }()
		f()
	}
	p := open("h")
	try(func() { runtime.AddCleanup[File](nil, func(int) {}, 1) })
	try(func() { runtime.AddCleanup(p, func(*File) {}, p) })
	try(func() { runtime.AddCleanup(p, func(**File) {}, &p.next) })
	try(func() { runtime.AddCleanup(p, func(int) { fmt.Println(p.name) }, 1) })
}

// Output:
// [finalized a]
// [cleanup 2 cleanup one]
// [closed d kept] e
// [first before second]
// [second]
// 0 1
// runtime.AddCleanup: ptr is nil
// runtime.AddCleanup: ptr is equal to arg, cleanup will never run
// runtime.AddCleanup: ptr is within arg, cleanup will never run
// runtime.AddCleanup: cleanup function closes over ptr, cleanup will never run
