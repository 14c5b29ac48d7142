package main

import (
	"cmp"
	"fmt"
	"math"
)

func main() {
	fmt.Println(cmp.Compare(1, 2), cmp.Compare("b", "a"), cmp.Compare(1.5, 1.5), cmp.Less(2, 1))
	nan := math.NaN()
	fmt.Println(cmp.Compare(nan, 1), cmp.Compare(nan, nan), cmp.Less(nan, math.Inf(-1)), cmp.Less(1, nan))
	fmt.Println(cmp.Or(0, 0, 3, 4), cmp.Or("", "default"), cmp.Or[int]())
}

// Output:
// -1 1 0 false
// -1 0 true false
// 3 default 0
