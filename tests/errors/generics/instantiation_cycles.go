package main

type box[T any] struct{ v T }

func grow[T any](n int, v T) {
	if n > 0 {
		grow(n-1, box[T]{v})
	}
}

func ping[T any](v T)  { pong[[]T](nil) }
func pong[U any](v U)  { ping[U](v) }
func pang[A, B any]()  { pang[B, map[int]A]() }
func fine[A, B any]()  { fine[B, A]() }
func value[T any]() any { return value[*T] }

type node[T any] struct{ next *node[*T] }

type deep[T any] struct{ d *deep[deep[T]] }


func main() {
	grow(3, 1)
	ping(1)
	pang[int, string]()
	fine[int, string]()
	value[int]()
}

// Errors:
// 12:11: instantiation cycle:\n\t./instantiation_cycles.go:11:31: U instantiated as []T\n\t./instantiation_cycles.go:12:31: T instantiated as U
