// A variable declared in a block that a goto or continue enters again is a new variable each time, which closures and
// addresses show; labels are scoped to functions and may share names with anything.
package main

import "fmt"

type label int

const limit = 3

func fresh() (out []func() int, ptrs []*int) {
	i := 0
again:
	{
		v := i * 10
		out = append(out, func() int { v++; return v })
		ptrs = append(ptrs, &v)
		i++
		if i < limit {
			goto again
		}
	}
	return
}

func zeroed() (seen []string) {
	n := 0
loop:
	for {
		var arr [3]int
		var s struct {
			name string
			next *int
		}
		var m map[string]int
		seen = append(seen, fmt.Sprint(arr, s, m == nil))
		arr[n], s.name, m = n, "used", map[string]int{}
		s.next = &arr[0]
		m["x"]++
		n++
		switch {
		case n == 1:
			continue loop
		case n == 2:
			continue
		}
		break loop
	}
	return
}

func names() string {
	limit := "variable"
	label := 5
	i := 0
limit:
	i++
	if i < label {
		goto limit
	}
fmt:
	for {
		func() {
			label++
		label:
			for label < 10 {
				label++
				continue label
			}
		}()
		break fmt
	}
	return fmt.Sprint(limit, label, i)
}

func cleanup(fail int) (log []string) {
	log = append(log, "open a")
	if fail == 1 {
		goto closeNothing
	}
	log = append(log, "open b")
	if fail == 2 {
		goto closeA
	}
	log = append(log, "open c")
	if fail == 3 {
		goto closeB
	}
	log = append(log, "work")
closeB:
	log = append(log, "close b")
closeA:
	log = append(log, "close a")
closeNothing:
	return append(log, "end")
}

func collatz(n int) (steps int) {
top:
	switch {
	case n == 1:
		goto done
	case n%2 == 0:
		n /= 2
	default:
		n = 3*n + 1
	}
	steps++
	goto top
done:
	return
}

func deferred() (s string) {
	i := 0
again:
	defer func(n int) { s += fmt.Sprint(n, "/", i, " ") }(i)
	if i++; i < 4 {
		goto again
	}
	return "returned "
}

func outOfSelect(ch chan int) (n int) {
	for {
		select {
		case v, ok := <-ch:
			if !ok {
				goto closed
			}
			if v == 2 {
				continue
			}
			n += v
		}
	}
closed:
	return -n
}

func main() {
	fs, ps := fresh()
	for i, f := range fs {
		fmt.Print(f(), f(), *ps[i], " ")
	}
	fmt.Println(ps[0] == ps[1], *ps[2])
	for _, s := range zeroed() {
		fmt.Println(s)
	}
	fmt.Println(names())
	for fail := range 4 {
		fmt.Println(cleanup(fail))
	}
	fmt.Println(collatz(27), deferred(), label(limit))
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	close(ch)
	fmt.Println(outOfSelect(ch))
}

// Output:
// 1 2 2 11 12 12 21 22 22 false 22
// [0 0 0] { <nil>} true
// [0 0 0] { <nil>} true
// [0 0 0] { <nil>} true
// variable10 5
// [open a open b open c work close b close a end]
// [open a end]
// [open a open b close a end]
// [open a open b open c close b close a end]
// 111 returned 3/4 2/4 1/4 0/4  3
// -4
