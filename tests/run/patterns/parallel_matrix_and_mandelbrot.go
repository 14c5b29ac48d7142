package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

func parallel(n int, f func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) + 2 {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				f(int(i))
			}
		})
	}
	wg.Wait()
}

func mul(a, b [][]float64) [][]float64 {
	c := make([][]float64, len(a))
	parallel(len(a), func(i int) {
		row := make([]float64, len(b[0]))
		for k, x := range a[i] {
			for j, y := range b[k] {
				row[j] += x * y
			}
		}
		c[i] = row
	})
	return c
}

func main() {
	const n = 40
	a, id := make([][]float64, n), make([][]float64, n)
	for i := range n {
		a[i], id[i] = make([]float64, n), make([]float64, n)
		id[i][i] = 1
		for j := range n {
			a[i][j] = float64(i*n+j) / 7
		}
	}
	c := mul(a, id)
	same := true
	for i := range n {
		for j := range n {
			same = same && c[i][j] == a[i][j]
		}
	}
	sq := mul(a, a)
	fmt.Printf("%v %.3f %.3f\n", same, sq[0][0], sq[n-1][n-1])

	const w, h = 60, 20
	lines := make([]string, h)
	parallel(h, func(y int) {
		var b strings.Builder
		for x := range w {
			c := complex(float64(x)/w*3-2, float64(y)/h*2-1)
			z, i := 0i, 0
			for ; i < 50 && real(z)*real(z)+imag(z)*imag(z) < 4; i++ {
				z = z*z + c
			}
			b.WriteByte(" .:-=+*#%@"[min(i/5, 9)])
		}
		lines[y] = b.String()
	})
	for _, l := range lines[:h/2+1] {
		fmt.Println(strings.TrimRight(l, " "))
	}
}

// Output:
// true 16767.347 1060359.592
//                                  ....:.:@.
//                                ......#=:....
//                              ......:@@@@-......
//                          .........::@@@@::.....-.
//                      .......:%@-+@@@@@@@@@@=::---.
//                 ...........::@@@@@@@@@@@@@@@@@@=...
//             ...:..........:=@@@@@@@@@@@@@@@@@@@-.-.
//           .....:-=::#::..:=@@@@@@@@@@@@@@@@@@@@@-..
//         .......:-@@@@@@@--@@@@@@@@@@@@@@@@@@@@@@*..
//       ......:::=@@@@@@@@@*@@@@@@@@@@@@@@@@@@@@@@...
//  @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@:....
