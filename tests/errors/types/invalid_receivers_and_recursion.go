package main

import "time"

type myTime = time.Time

func (t myTime) extra()        {}
func (t time.Duration) extra() {}
func (int) m()                 {}
func (t *interface{}) x()      {}
func (a, b T) two()            {}
func () zero()                 {}

type T [len(x)]T

var x [2]T

type L []L
type M map[string]M
type F func(F) F

func main() {}

// Errors:
// 7:9: cannot define new methods on non-local type myTime
// 8:9: cannot define new methods on non-local type time.Duration
// 9:7: cannot define new methods on non-local type int
// 10:10: invalid receiver type *interface{}
// 11:15: method has multiple receivers
// 12:9: method has no receiver
// 14:6: invalid recursive type T\n\t./invalid_receivers_and_recursion.go:14:6: T refers to x\n\t./invalid_receivers_and_recursion.go:16:5: x refers to T
// 14:6: invalid recursive type: T refers to itself
