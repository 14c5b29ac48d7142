package main

type Page [1 << 17]byte

var /* ERROR "channel element type too large (>64kB)" */ pages chan Page

type /* ERROR "channel element type too large (>64kB)" */ Feed chan [1 << 16]byte

type /* ERROR "type [1125899906842624]byte larger than address space" */ Space [1 << 50]byte

var /* ERROR "type [562949953421312]int larger than address space" */ /* ERROR "type [2][562949953421312]int larger than address space" */ spaces [2][1 << 49]int

type Pair struct{ left, right [1 << 49]byte }

func pipe(in <-chan Page) chan<- [65536]int8 { return nil }

func main() {
	local := make(chan struct{ data [65536]byte })
	close(local)
	fine := make(chan [65535]byte)
	close(fine)
	var grid *[1 << 20]Page
	_ = grid
}
