package main

import (
	"fmt"
	"strings"
)

func distance(a, b string) int {
	ra, rb := []rune(a), []rune(b)
	prev := make([]int, len(rb)+1)
	for j := range prev {
		prev[j] = j
	}
	for i, x := range ra {
		row := append(make([]int, 0, len(prev)), i+1)
		for j, y := range rb {
			cost := 1
			if x == y {
				cost = 0
			}
			row = append(row, min(prev[j]+cost, prev[j+1]+1, row[j]+1))
		}
		prev = row
	}
	return prev[len(rb)]
}

func common(a, b string) string {
	best := make([][]string, len(a)+1)
	for i := range best {
		best[i] = make([]string, len(b)+1)
	}
	for i := range a {
		for j := range b {
			switch {
			case a[i] == b[j]:
				best[i+1][j+1] = best[i][j] + a[i:i+1]
			case len(best[i][j+1]) >= len(best[i+1][j]):
				best[i+1][j+1] = best[i][j+1]
			default:
				best[i+1][j+1] = best[i+1][j]
			}
		}
	}
	return best[len(a)][len(b)]
}

func knapsack(weights, values []int, limit int) (int, []int) {
	table := make([][]int, len(weights)+1)
	table[0] = make([]int, limit+1)
	for i, w := range weights {
		table[i+1] = make([]int, limit+1)
		for l := range limit + 1 {
			table[i+1][l] = table[i][l]
			if l >= w {
				table[i+1][l] = max(table[i+1][l], table[i][l-w]+values[i])
			}
		}
	}
	var taken []int
	for i, l := len(weights), limit; i > 0; i-- {
		if table[i][l] != table[i-1][l] {
			taken = append(taken, i-1)
			l -= weights[i-1]
		}
	}
	return table[len(weights)][limit], taken
}

func change(coins []int, amount int) int {
	ways := make([]int, amount+1)
	ways[0] = 1
	for _, c := range coins {
		for a := c; a <= amount; a++ {
			ways[a] += ways[a-c]
		}
	}
	return ways[amount]
}

func increasing(s []int) (best []int) {
	chains := make([][]int, len(s))
	for i, v := range s {
		for j := range i {
			if s[j] < v && len(chains[j]) > len(chains[i]) {
				chains[i] = chains[j]
			}
		}
		chains[i] = append(chains[i][:len(chains[i]):len(chains[i])], v)
		if len(chains[i]) > len(best) {
			best = chains[i]
		}
	}
	return
}

var memo = map[[2]int]int{}

func paths(r, c int) int {
	if r == 0 || c == 0 {
		return 1
	}
	key := [2]int{r, c}
	if n, ok := memo[key]; ok {
		return n
	}
	n := paths(r-1, c) + paths(r, c-1)
	memo[key] = n
	return n
}

func main() {
	fmt.Println(distance("kitten", "sitting"), distance("", "abc"), distance("größe", "grosse"))
	fmt.Println(common("AGGTABQ", "GXTXAYBQ"), strings.ToLower(common("XMJYAUZ", "MZJAWXU")))
	fmt.Println(knapsack([]int{1, 3, 4, 5}, []int{1, 4, 5, 7}, 7))
	fmt.Println(change([]int{1, 2, 5, 10, 20, 50, 100, 200}, 200))
	fmt.Println(increasing([]int{10, 9, 2, 5, 3, 7, 101, 18, 19, 4}))
	fmt.Println(paths(16, 16), len(memo))
}

// Output:
// 3 3 3
// GTABQ mjau
// 9 [2 1]
// 73682
// [2 5 7 18 19]
// 601080390 256
