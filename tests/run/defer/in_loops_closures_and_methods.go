package main

import "fmt"

type stack []string

func (s *stack) push(x string) { *s = append(*s, x) }
func (s stack) len() int       { return len(s) }

func run(log *stack) (err error) {
	for i := range 3 {
		defer func(n int) {
			log.push(fmt.Sprint("a", n, i))
		}(i * 10)
		defer log.push(fmt.Sprint("b", i, log.len()))
	}
	if log.len() == 0 {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("run: %v", r)
			}
		}()
	}
	panic("fail")
}

func nested() (s string) {
	defer func() {
		s += "1"
		defer func() {
			s += "2"
			defer func() { s += "3" }()
		}()
	}()
	return "0"
}

func early(n int) string {
	defer fmt.Print("[", n, "]")
	if n > 5 {
		return "big"
	}
	defer fmt.Print("<small>")
	return "small"
}

func main() {
	var log stack
	fmt.Println(run(&log))
	fmt.Println(log)
	fmt.Println(nested())
	fmt.Println(early(9))
	fmt.Println(early(1))
	func() {
		defer func() { fmt.Println(recover()) }()
		var f func()
		defer f()
		fmt.Println("nil func panics when the defer runs")
	}()
	for i := range 100 {
		func() {
			defer func() { recover() }()
			if i%3 == 0 {
				panic(i)
			}
		}()
	}
}

// Output:
// run: fail
// [b2 0 a20 2 b1 0 a10 1 b0 0 a0 0]
// 0123
// [9]big
// <small>[1]small
// nil func panics when the defer runs
// runtime error: invalid memory address or nil pointer dereference
