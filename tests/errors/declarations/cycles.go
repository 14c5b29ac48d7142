package main

type T struct {
	t T
}

type A struct{ b B }
type B struct{ a [2]A }

type I interface{ I }

var x = y
var y = z()

func z() int { return x }

const c = d
const d = c + 1

type P *P

func main() {}

// Errors:
// 3:6: invalid recursive type: T refers to itself
// 7:6: invalid recursive type A\n\t./cycles.go:7:6: A refers to B\n\t./cycles.go:8:6: B refers to A
// 10:6: invalid recursive type: I refers to itself
// 12:5: initialization cycle for x\n\t./cycles.go:12:5: x refers to y\n\t./cycles.go:13:5: y refers to z\n\t./cycles.go:15:6: z refers to x
// 17:7: initialization cycle for c\n\t./cycles.go:17:7: c refers to d\n\t./cycles.go:18:7: d refers to c
