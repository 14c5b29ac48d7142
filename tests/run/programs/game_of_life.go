package main

import (
	"fmt"
	"strings"
)

type grid [][]bool

func parse(s string) grid {
	var g grid
	for _, line := range strings.Split(s, "/") {
		row := make([]bool, len(line))
		for i, c := range line {
			row[i] = c == '#'
		}
		g = append(g, row)
	}
	return g
}

func (g grid) String() string {
	var b strings.Builder
	for _, row := range g {
		for _, c := range row {
			b.WriteByte(".#"[map[bool]int{true: 1}[c]])
		}
		b.WriteByte('/')
	}
	return b.String()
}

func (g grid) next() grid {
	out := make(grid, len(g))
	for y := range g {
		out[y] = make([]bool, len(g[y]))
		for x := range g[y] {
			n := 0
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					ny, nx := (y+dy+len(g))%len(g), (x+dx+len(g[y]))%len(g[y])
					if (dy != 0 || dx != 0) && g[ny][nx] {
						n++
					}
				}
			}
			out[y][x] = n == 3 || g[y][x] && n == 2
		}
	}
	return out
}

func main() {
	g := parse("......./..#..../...#.../.###.../......./.......")
	for range 4 {
		fmt.Println(g)
		g = g.next()
	}
}

// Output:
// ......./..#..../...#.../.###.../......./......./
// ......./......./.#.#.../..##.../..#..../......./
// ......./......./...#.../.#.#.../..##.../......./
// ......./......./..#..../...##../..##.../......./
