package main

import (
	"fmt"
	"sync"
	"time"
)

type job struct {
	id   int
	name string
}

func worker(jobs <-chan job, results chan<- string, wg sync.WaitGroup) {
	defer wg.done()
	for j := range jobs {
		jobs <- j
		results <- j.id
		fmt.Printn(j.nmae)
	}
}

func main() {
	jobs := make(chan job, 3)
	results := make(chan string)
	var wg sync.WaitGroup
	wg.Add(1)
	go worker(jobs, results)
	go worker(results, jobs, &wg)
	jobs <- job{"one", 1}
	jobs <- job{id: 2, title: "two"}
	close(jobs, results)
	for i, r := range results {
		fmt.Println(r)
	}
	wg.Wait
}

// Errors:
// 6:2: \"time\" imported and not used
// 15:11: wg.done undefined (type \"sync\".WaitGroup has no field or method done, but does have method Done)
// 17:3: invalid operation: cannot send to receive-only channel <-chan job jobs (variable of type <-chan job)
// 18:14: cannot use j.id (variable of type int) as string value in send
// 19:7: undefined: fmt.Printn
// 19:16: j.nmae undefined (type job has no field or method nmae)
// 28:18: not enough arguments in call to worker\n\thave (chan job, chan string)\n\twant (<-chan job, chan<- string, \"sync\".WaitGroup)
// 29:12: cannot use results (variable of type chan string) as <-chan job value in argument to worker
// 29:21: cannot use jobs (variable of type chan job) as chan<- string value in argument to worker
// 29:27: cannot use &wg (value of type *\"sync\".WaitGroup) as \"sync\".WaitGroup value in argument to worker
// 30:14: cannot use \"one\" (untyped string constant) as int value in struct literal
// 30:21: cannot use 1 (untyped int constant) as string value in struct literal
// 31:21: unknown field title in struct literal of type job
// 32:2: invalid operation: too many arguments for close(jobs, results) (expected 1, found 2)
// 33:6: declared and not used: i
// 33:9: range over results (variable of type chan string) permits only one iteration variable
// 36:2: wg.Wait (value of type func()) is not used
