// What a receive in a select case can be assigned to: fields, elements, map entries, dereferences, blanks, converted types; the
// operands of the chosen case's left side are evaluated only then, in order.
package main

import (
	"errors"
	"fmt"
)

type holder struct {
	val any
	ok  bool
	arr [3]int
}

var log []string

func note[T any](s string, v T) T {
	log = append(log, s)
	return v
}

func flush() {
	fmt.Println(log)
	log = nil
}

func filled[T any](vs ...T) chan T {
	c := make(chan T, len(vs))
	for _, v := range vs {
		c <- v
	}
	return c
}

func main() {
	ints, strs := filled(1, 2, 3, 4, 5, 6, 7), filled("a", "b")
	errs := filled[error](nil, errors.New("second"))
	var blocked chan int
	h := &holder{}
	m := map[string]int{}
	var e any
	var err error

	select {
	case note("holder", h).arr[note("index", 1)] = <-note("channel", ints):
		log = append(log, "body")
	case m[note("never", "x")] = <-note("blocked", blocked):
	}
	flush()
	fmt.Println(h.arr)

	select {
	case m[note("key", "x")], h.ok = <-ints:
	case note("never", h).val = <-blocked:
	}
	flush()
	fmt.Println(m, h.ok)

	select {
	case h.val = <-strs:
	}
	select {
	case e, _ = <-ints:
	default:
		panic("it was ready")
	}
	select {
	case *note("pointer", &h.arr[2]) = <-ints:
	}
	fmt.Println(h.val, e, h.arr)

	for range 3 {
		select {
		case err = <-errs:
			fmt.Println("error:", err)
		default:
			fmt.Println("none left")
		}
	}
	select {
	case _ = <-ints:
	}
	select {
	case _, ok := <-ints:
		fmt.Println(ok, len(ints))
	}
	select {
	case <-ints:
		fmt.Println("dropped", len(ints))
	}

	close(ints)
	close(strs)
	<-strs
	var x int = 9
	var got bool = true
	select {
	case x, got = <-ints:
	}
	fmt.Println(x, got)
	select {
	case s := <-strs:
		fmt.Printf("%q\n", s)
	}

	// The channel and the value of a send are evaluated on entering, chosen or not; left sides are not.
	out := make(chan int, 1)
	for i := range 2 {
		select {
		case note("out", out) <- note("value", i*10):
			log = append(log, "sent")
		case h.arr[note("left", 7)] = <-note("in", blocked):
		default:
			log = append(log, "full")
		}
	}
	flush()

	// A panicking left side: the value has been received all the same.
	c := filled(1, 2)
	func() {
		defer func() { fmt.Println(recover(), len(c)) }()
		i := 5
		select {
		case h.arr[i] = <-c:
		}
	}()
	func() {
		defer func() { fmt.Println(recover(), len(c)) }()
		var none map[string]int
		select {
		case none["k"] = <-c:
		}
	}()

	// Each case has its own scope, and the variables are new.
	var fs []func() int
	c = filled(1, 2, 3)
	for range 3 {
		select {
		case v := <-c:
			fs = append(fs, func() int { v *= 10; return v })
		}
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	nested := filled(filled(41), filled(42))
	select {
	case v := <-<-nested:
		fmt.Println(v)
	}
	funcs := filled(func() int { return 43 })
	select {
	case f := <-funcs:
		fmt.Println(f())
	}
}

// Output:
// [channel blocked holder index body]
// [0 1 0]
// [key]
// map[x:2] true
// a 3 [0 1 4]
// error: <nil>
// error: second
// none left
// true 1
// dropped 0
// 0 false
// ""
// [pointer out value in sent out value in full]
// runtime error: index out of range [5] with length 3 1
// assignment to entry in nil map 0
// 10 100 20 200 30 300
// 41
// 43
