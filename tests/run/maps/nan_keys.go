// A map of many NaN keys: each insertion adds an entry and takes no longer than the one before, iteration meets all of them even
// when the map grows meanwhile, and only clear gets rid of them.
package main

import (
	"fmt"
	"math"
)

type key struct {
	name string
	at   float32
}

func main() {
	nan := math.NaN()
	m := map[float64]int{}
	for i := range 50000 {
		m[nan] = i
	}
	sum := 0
	for k, v := range m {
		if k == k {
			fmt.Println("found", k)
		}
		sum += v
	}
	_, ok := m[nan]
	delete(m, nan)
	fmt.Println(len(m), sum, ok)

	small := map[any]int{nan: 1, float32(nan): 2, complex(nan, 0): 3, key{"a", float32(nan)}: 4, [1]float64{nan}: 5}
	seen, grown := 0, false
	for k := range small {
		if _, isInt := k.(int); !isInt {
			seen++
		}
		if !grown {
			grown = true
			for i := range 1000 {
				small[i] = i
			}
		}
	}
	fmt.Println(len(small), seen)
	clear(small)
	fmt.Println(len(small))
}

// Output:
// 50000 1249975000 false
// 1005 5
// 0
