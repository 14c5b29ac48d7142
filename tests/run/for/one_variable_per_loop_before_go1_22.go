//go:build go1.21
package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fs = nil
	for i, s := range []string{"a", "b"} {
		fs = append(fs, func() int { fmt.Print(s); return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	var ps []*int
	for k := range map[int]int{1: 1} {
		ps = append(ps, &k)
	}
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		ps = append(ps, &i, &j)
		defer func() { fmt.Println("d", i, j) }()
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	for i := 0; i < 6; i++ {
		if i == 2 {
			continue
		}
		if i == 4 {
			break
		}
		f := func() { i++ }
		f()
		fs = append(fs, func() int { return i })
	}
	for _, f := range fs {
		fmt.Print(f(), ",")
	}
	fmt.Println()
	for i := 0; i < 2; i++ {
		go func() { _ = i }()
		p := &i
		*p++
		fmt.Print(i, p == &i)
	}
	ch := make(chan int, 3)
	for i := 0; i < 3; i++ {
		ch <- i
	}
	close(ch)
	for v := range ch {
		fs = append(fs, func() int { return v })
	}
	fmt.Println(fs[len(fs)-1](), fs[len(fs)-2]())
}

// Output:
// 13 23 33 b1 b1 1 4 2 4 2 4 2 4 2 b1,b1,7,7,7,
// 1 true2 2
// d 4 2
// d 4 2
// d 4 2
// d 4 2
