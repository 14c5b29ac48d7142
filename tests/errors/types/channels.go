package main

func main() {
	r := make(<-chan int)
	s := make(chan<- int)
	c := make(chan int)
	/* ERROR "invalid operation: cannot send to receive-only channel <-chan int r (variable of type <-chan int)" */ r <- 1
	<-/* ERROR "invalid operation: cannot receive from send-only channel chan<- int s (variable of type chan<- int)" */ s
	_ = <-/* ERROR "invalid operation: cannot receive from send-only channel chan<- int s (variable of type chan<- int)" */ s
	for range /* ERROR "cannot range over s (variable of type chan<- int): receive from send-only channel chan<- int" */ s {
	}
	c <- /* ERROR "cannot use \"a\" (untyped string constant) as int value in send" */ "a"
	var x string = /* ERROR "cannot use <-c (comma, ok expression of type int) as string value in variable declaration" */ <-c
	close(/* ERROR "invalid operation: cannot close receive-only channel r (variable of type <-chan int)" */ r)
	_ = <-/* ERROR "invalid operation: cannot receive from non-channel untyped int 5 (untyped int constant)" */ 5
	/* ERROR "invalid operation: cannot send to non-channel untyped int 5 (untyped int constant)" */ 5 <- 1
	a, b, d := /* ERROR "assignment mismatch: 3 variables but 1 value" */ <-c
	select {
	case /* ERROR "select case must be send or receive (possibly with assignment)" */ x := 5:
	case c <- /* ERROR "cannot use \"s\" (untyped string constant) as int value in send" */ "s":
	case /* ERROR "declared and not used: v" */ v := <-/* ERROR "invalid operation: cannot receive from send-only channel chan<- int s (variable of type chan<- int)" */ s:
	case 1 /* ERROR "select case must be send or receive (possibly with assignment)" */ < 2:
	}
	_, _, _, _ = a, b, d, x
	for /* ERROR "declared and not used: a" */ a, /* ERROR "range over c (variable of type chan int) permits only one iteration variable" */ b := range c {
	}
}
