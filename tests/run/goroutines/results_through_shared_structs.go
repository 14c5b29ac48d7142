package main

import (
	"fmt"
	"sync"
)

type tree struct {
	left, right *tree
	val         int
}

func build(depth, val int) *tree {
	if depth == 0 {
		return nil
	}
	return &tree{build(depth-1, val*2), build(depth-1, val*2+1), val}
}

func (t *tree) sum() int {
	if t == nil {
		return 0
	}
	return t.val + t.left.sum() + t.right.sum()
}

func (t *tree) parallelSum(depth int) int {
	if t == nil {
		return 0
	}
	if depth == 0 {
		return t.sum()
	}
	var l, r int
	var wg sync.WaitGroup
	wg.Go(func() { l = t.left.parallelSum(depth - 1) })
	wg.Go(func() { r = t.right.parallelSum(depth - 1) })
	wg.Wait()
	return t.val + l + r
}

func walk(t *tree, c chan<- int) {
	if t != nil {
		walk(t.left, c)
		c <- t.val
		walk(t.right, c)
	}
}

func main() {
	t := build(12, 1)
	fmt.Println(t.sum(), t.parallelSum(4))
	c := make(chan int)
	go func() { walk(build(4, 1), c); close(c) }()
	for v := range c {
		fmt.Print(v, " ")
	}
	fmt.Println()
	var mu sync.Mutex
	groups := map[string][]int{}
	var wg sync.WaitGroup
	for i := range 30 {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			k := []string{"fizz", "buzz", "none"}[i%3]
			groups[k] = append(groups[k], i)
		})
	}
	wg.Wait()
	for _, k := range []string{"fizz", "buzz", "none"} {
		sum := 0
		for _, v := range groups[k] {
			sum += v
		}
		fmt.Println(k, len(groups[k]), sum)
	}
}

// Output:
// 8386560 8386560
// 8 4 9 2 10 5 11 1 12 6 13 3 14 7 15
// fizz 10 135
// buzz 10 145
// none 10 155
