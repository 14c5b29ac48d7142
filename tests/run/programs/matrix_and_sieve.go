package main

import "fmt"

type matrix [][]float64

func (a matrix) mul(b matrix) matrix {
	c := make(matrix, len(a))
	for i := range c {
		c[i] = make([]float64, len(b[0]))
		for j := range c[i] {
			for k := range b {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return c
}

func sieve(n int) (count int) {
	composite := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if composite[i] {
			continue
		}
		count++
		for j := i * i; j <= n; j += i {
			composite[j] = true
		}
	}
	return
}

func collatz(n int) (steps int) {
	for ; n != 1; steps++ {
		if n&1 == 0 {
			n >>= 1
		} else {
			n = 3*n + 1
		}
	}
	return
}

func main() {
	fib := matrix{{1, 1}, {1, 0}}
	p := matrix{{1, 0}, {0, 1}}
	for range 30 {
		p = p.mul(fib)
	}
	fmt.Println(p)
	fmt.Println(sieve(20000))
	best, at := 0, 0
	for i := 1; i < 3000; i++ {
		if s := collatz(i); s > best {
			best, at = s, i
		}
	}
	fmt.Println(best, at)
}

// Output:
// [[1.346269e+06 832040] [832040 514229]]
// 2262
// 216 2919
