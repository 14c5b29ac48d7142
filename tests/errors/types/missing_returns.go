package main

func a(n int) int {
	for {
		if n > 3 {
			break
		}
	}
/* ERROR "missing return" */ }

func b(n int) int {
	switch {
	case n > 1:
		return 1
	default:
		panic("x")
	}
}

func c(n int) int {
	switch n {
	case 1:
		return 1
	case 2:
		fallthrough
	default:
		break
	}
/* ERROR "missing return" */ }

func d(ch chan int) int {
	select {
	case v := <-ch:
		return v
	}
}

func e(ch chan int) int {
outer:
	select {
	case <-ch:
		for {
			break outer
		}
	default:
		return 1
	}
/* ERROR "missing return" */ }

func f() int {
L:
	for {
		for {
			continue L
		}
	}
}

func g(n int) (int, error) {
	if n > 1 {
		return 1, nil
	} else if n > 2 {
		return 2, nil
	}
/* ERROR "missing return" */ }

func h() int {
loop:
	goto loop
}

func i() int {
	for true {
	}
/* ERROR "missing return" */ }

func j() int {
	{
		return 1
	}
}

func k() int {
	panic("x")
	{
	}
/* ERROR "missing return" */ }

func l() (n int) {
	defer func() { n = 1 }()
/* ERROR "missing return" */ }

func m(v any) int {
	switch v.(type) {
	case int:
		return 1
	}
/* ERROR "missing return" */ }

var n = func() int {
	if true {
		return 1
	}
/* ERROR "missing return" */ }

func o() int {
	for range 3 {
		return 1
	}
/* ERROR "missing return" */ }

func p() int {
	if true {
		return 1
	} else {
		for {
		}
	}
}

func main() { return /* ERROR "too many return values\n\thave (number)\n\twant ()" */ 1 }
