package main

import (
	"fmt"
	"sync"
)

// Three workers share one channel of jobs. Results arrive in any order, so each carries the number of its job.

type job struct{ id, n int }

type result struct {
	id     int
	factor []int
}

func factorize(n int) (fs []int) {
	for d := 2; d*d <= n; d++ {
		for n%d == 0 {
			fs = append(fs, d)
			n /= d
		}
	}
	if n > 1 {
		fs = append(fs, n)
	}
	return fs
}

func main() {
	numbers := []int{12, 97, 360, 1001, 65536, 99991}
	jobs, results := make(chan job), make(chan result)

	var workers sync.WaitGroup
	for range 3 {
		workers.Go(func() {
			for j := range jobs {
				results <- result{j.id, factorize(j.n)}
			}
		})
	}
	go func() {
		for i, n := range numbers {
			jobs <- job{i, n}
		}
		close(jobs)
		workers.Wait()
		close(results)
	}()

	factors := make([][]int, len(numbers))
	for r := range results {
		factors[r.id] = r.factor
	}
	for i, n := range numbers {
		fmt.Println(n, "=", factors[i])
	}
}

// Output:
// 12 = [2 2 3]
// 97 = [97]
// 360 = [2 2 2 3 3 5]
// 1001 = [7 11 13]
// 65536 = [2 2 2 2 2 2 2 2 2 2 2 2 2 2 2 2]
// 99991 = [99991]
