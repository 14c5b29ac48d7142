package main

func workers(in <-chan int, out chan<- string, both chan bool, none int) {
	/* ERROR "invalid operation: cannot send to receive-only channel <-chan int in (variable of type <-chan int)" */ in <- 1
	<-/* ERROR "invalid operation: cannot receive from send-only channel chan<- string out (variable of type chan<- string)" */ out
	close(/* ERROR "invalid operation: cannot close receive-only channel in (variable of type <-chan int)" */ in)
	close(/* ERROR "invalid operation: cannot close non-channel none (variable of type int)" */ none)
	close(out)
	for v := range /* ERROR "cannot range over out (variable of type chan<- string): receive from send-only channel chan<- string" */ out {
		_ = v
	}
	for a, /* ERROR "range over both (variable of type chan bool) permits only one iteration variable" */ b := range both {
		_, _ = a, b
	}
	select {
	case /* ERROR "invalid operation: cannot send to receive-only channel <-chan int in (variable of type <-chan int)" */ in <- 1:
	case /* ERROR "declared and not used: v" */ v := <-/* ERROR "invalid operation: cannot receive from send-only channel chan<- string out (variable of type chan<- string)" */ out:
	case <-/* ERROR "invalid operation: cannot receive from non-channel int none (variable of type int)" */ none:
	case /* ERROR "declared and not used: v" */ v, /* ERROR "declared and not used: ok" */ ok, /* ERROR "declared and not used: x" */ x := /* ERROR "assignment mismatch: 3 variables but 1 value" */ <-in:
	case /* ERROR "select case must be send or receive (possibly with assignment)" */ v := 1:
	case both <- /* ERROR "cannot use 2 (untyped int constant) as bool value in send" */ 2:
	case f/* ERROR "select case must be send or receive (possibly with assignment)" */ ():
	case /* ERROR "declared and not used: v" */ v := <-in:
	default:
	/* ERROR "multiple defaults (first at ./select_and_channel_directions.go:24:2)" */ default:
	}
	select {
	case /* ERROR "undefined: x" */ x = <-both:
	case (<-both):
	case _ = <-in:
	case /* ERROR "declared and not used: none" */ none, /* ERROR "declared and not used: y" */ y := <-both:
	}
	var a chan<- int = /* ERROR "cannot use in (variable of type <-chan int) as chan<- int value in variable declaration" */ in
	var b <-chan string = /* ERROR "cannot use out (variable of type chan<- string) as <-chan string value in variable declaration" */ out
	both = /* ERROR "cannot use in (variable of type <-chan int) as chan bool value in assignment" */ in
	in = /* ERROR "cannot use make(chan<- int) (value of type chan<- int) as <-chan int value in assignment" */ make(chan<- int)
	_ = make(chan int, /* ERROR "cannot convert \"x\" (untyped string constant) to type int" */ "x")
	_ = make(chan int, /* ERROR "invalid argument: index -1 (constant of type int) must not be negative" */ -1)
	_ = /* ERROR "invalid operation: make(chan int, 1, 2) expects 1 or 2 arguments; found 3" */ make(chan int, 1, 2)
	_ = /* ERROR "invalid operation: <-in + <-both (mismatched types int and bool)" */ <-in + <-both
	both <- /* ERROR "cannot use <-in (comma, ok expression of type int) as bool value in send" */ <-in
	go /* ERROR "expression in go must be function call" */ workers
	go /* ERROR "expression in go must be function call" */ func() {}
	go f()
	defer /* ERROR "expression in defer must be function call" */ recover
	defer close(/* ERROR "invalid operation: cannot close receive-only channel in (variable of type <-chan int)" */ in)
	go /* ERROR "go requires function call, not conversion int(1) (constant 1 of type int)" */ int(1)
	defer /* ERROR "defer discards result of append([]int{}, 1) (value of type []int)" */ append([]int{}, 1)
	go /* ERROR "expression in go must not be parenthesized" */ (f())
	/* ERROR "cannot assign to len(both) (neither addressable nor a map index expression)" */ len(both) = 1
	_, _ = a, b
}

func f() int { return 1 }

func main() { /* ERROR "break is not in a loop, switch, or select" */ break }
