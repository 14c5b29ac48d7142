package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		ps = append(ps, &i, &j)
		if i == 1 {
			i++
		}
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	var prev *int
	for i := 0; i < 3; i++ {
		fmt.Print(prev == &i, " ")
		prev = &i
	}
	fmt.Println(*prev)
	var conds []func() bool
	for i := 0; func() bool { conds = append(conds, func() bool { return i > 1 }); return i < 3 }(); i++ {
	}
	for _, c := range conds {
		fmt.Print(c(), " ")
	}
	fmt.Println(len(conds))
	var gs []func()
	for i := 0; i < 4; i++ {
		if i%2 == 0 {
			continue
		}
		gs = append(gs, func() { fmt.Print(i, " ") })
		i := i * 100
		gs = append(gs, func() { fmt.Print(i, " ") })
	}
	for _, g := range gs {
		g()
	}
	fmt.Println()
	for i := 0; i < 3; i++ {
		defer func() { fmt.Print("d", i, " ") }()
	}
	done := make(chan int, 3)
	for i := range 3 {
		go func() { done <- i }()
	}
	fmt.Println(<-done + <-done + <-done)
	x := 0
	for x = 0; x < 2; x++ {
		fs[x] = func() int { return x }
	}
	fmt.Println(fs[0](), fs[1]())
	for k, v := range map[string]int{"only": 1} {
		fs[0] = func() int { return len(k) + v }
	}
	fmt.Println(fs[0]())
outer:
	for i := 0; i < 3; i++ {
		f := func() { i++ }
		for {
			f()
			if i > 3 {
				break outer
			}
			continue outer
		}
	}
	fmt.Println("end")
}

// Output:
// 10 20 11 21 12 22
// 0 10 2 8 3 6
// false false false 2
// false false true true 4
// 1 100 3 300
// 3
// 2 2
// 5
// end
// d2 d1 d0
