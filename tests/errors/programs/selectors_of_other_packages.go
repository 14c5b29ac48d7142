package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

type wrapper struct{ strings.Builder }

func main() {
	var b strings.Builder
	b.buf = nil
	b.writeString("x")
	_ = strings.builder{}
	_ = strings.toUpper("x")
	_ = time.Time{wall: 1}
	_ = time.Time{1, 2, nil}
	var mu sync.Mutex
	mu.lock()
	mu.Lock(1)
	var wg sync.WaitGroup
	wg.add(1)
	wg.Add()
	wg.Go(func() int { return 1 })
	var once sync.Once
	once.Do(main())
	ctx, cancel := context.WithCancel()
	ctx := context.Background()
	_ = context.WithTimeout(ctx, 5)
	ctx.Done() <- struct{}{}
	errors.new("x")
	_ = errors.As(nil)
	var e fmt.Stringer = bytes.Buffer{}
	var w wrapper
	w.Len() = 1
	w.buf = nil
	fmt.println("x")
	_ = fmt.Println
	sort.Slice([]int{})
	sort.Sort([]int{1})
	time.Sleep("1s")
	time.Sleep(1.5 * time.Second)
	time.Sleep(1.5)
	var d time.Duration = 2 * 1.5
	n := 3
	time.Sleep(n * time.Second)
	_ = time.Second * time.Duration(n)
	strings = nil
	var strings int
	_, _, _, _ = e, d, cancel, strings.NewReader
}

// Errors:
// 18:4: b.buf undefined (cannot refer to unexported field buf)
// 19:4: b.writeString undefined (type strings.Builder has no field or method writeString, but does have method WriteString)
// 20:14: undefined: strings.builder (but have Builder)
// 21:14: undefined: strings.toUpper (but have ToUpper)
// 22:16: cannot refer to unexported field wall in struct literal of type time.Time
// 23:16: implicit assignment to unexported field wall in struct literal of type time.Time
// 23:19: implicit assignment to unexported field ext in struct literal of type time.Time
// 23:22: implicit assignment to unexported field loc in struct literal of type time.Time
// 25:5: mu.lock undefined (type \"sync\".Mutex has no field or method lock, but does have method Lock)
// 26:10: too many arguments in call to mu.Lock\n\thave (number)\n\twant ()
// 28:5: wg.add undefined (type \"sync\".WaitGroup has no field or method add, but does have method Add)
// 29:2: not enough arguments in call to wg.Add\n\thave ()\n\twant (int)
// 30:8: cannot use func() int {…} (value of type func() int) as func() value in argument to wg.Go
// 32:10: main() (no value) used as value
// 33:17: not enough arguments in call to context.WithCancel\n\thave ()\n\twant (context.Context)
// 34:6: no new variables on left side of :=
// 35:6: assignment mismatch: 1 variable but context.WithTimeout returns 2 values
// 36:2: invalid operation: cannot send to receive-only channel <-chan struct{} ctx.Done() (value of type <-chan struct{})
// 37:9: undefined: errors.new (but have New)
// 38:16: not enough arguments in call to errors.As\n\thave (nil)\n\twant (error, any)
// 39:23: cannot use bytes.Buffer{} (value of struct type bytes.Buffer) as fmt.Stringer value in variable declaration: bytes.Buffer does not implement fmt.Stringer (method String has pointer receiver)
// 41:2: cannot assign to w.Len() (neither addressable nor a map index expression)
// 42:4: w.buf undefined (cannot refer to unexported field buf)
// 43:6: undefined: fmt.println (but have Println)
// 45:13: not enough arguments in call to sort.Slice\n\thave ([]int)\n\twant (any, func(i int, j int) bool)
// 46:12: cannot use []int{…} (value of type []int) as sort.Interface value in argument to sort.Sort: []int does not implement sort.Interface (missing method Len)
// 47:13: cannot use \"1s\" (untyped string constant) as time.Duration value in argument to time.Sleep
// 48:13: 1.5 (untyped float constant) truncated to int64
// 49:13: cannot use 1.5 (untyped float constant) as time.Duration value in argument to time.Sleep (truncated)
// 52:13: invalid operation: n * time.Second (mismatched types int and time.Duration)
// 54:2: use of package strings not in selector
// 56:37: strings.NewReader undefined (type int has no field or method NewReader)
