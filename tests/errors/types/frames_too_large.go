package main

type Huge struct {
	data [1500000000]byte
}

func /* ERROR "stack frame too large (>1GB): 0 MB locals + 1430 MB args" */ (h Huge) first() byte { return h.data[0] }

func /* ERROR "stack frame too large (>1GB): 0 MB locals + 1430 MB args" */ take(h Huge) int { return len(h.data) }

func /* ERROR "stack frame too large (>1GB): 0 MB locals + 1430 MB args" */ give() (h Huge, ok bool) { return }

func /* ERROR "stack frame too large (>1GB): 0 MB locals + 0 MB args + 1430 MB callee" */ pass(f func() Huge) byte { return f().data[5] }

func sum(a, b *Huge) byte { return a.data[1] + b.data[2] }

func main() {
	var h Huge
	println(sum(&h, &h))
}
