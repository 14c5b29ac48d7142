package main

import (
	"fmt"
	"sync"
)

type job struct{ id, n int }
type result struct{ id, out int }

func main() {
	jobs, results := make(chan job), make(chan result)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for j := range jobs {
				results <- result{j.id, j.n * j.n}
			}
		})
	}
	go func() {
		for i := range 20 {
			jobs <- job{i, i + 1}
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	out := make([]int, 20)
	for r := range results {
		out[r.id] = r.out
	}
	fmt.Println(out)
}

// Output:
// [1 4 9 16 25 36 49 64 81 100 121 144 169 196 225 256 289 324 361 400]
