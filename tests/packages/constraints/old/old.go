//go:build go1.21

package old

func F() {
	for range 3 {
	}
	for range func(func() bool) {} {
	}
}
