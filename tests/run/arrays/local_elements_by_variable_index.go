package main

import "fmt"

type point struct{ x, y int8 }

func (p *point) move(d int8) { p.x += d }

type line [2]point

type shape struct {
	corners [3]point
	names   [2]string
	n       int
}

func id(i int) int { return i }

func main() {
	i := 1
	v := line{{1, 2}, {3, 4}}
	v[i].y = 7
	v[i-1].x += 10
	fmt.Println(v)
	var w [2][3]int8
	w[i][2] = 4
	w[1][i]++
	w[id(0)][id(0)] = 9
	fmt.Println(w)
	v[id(0)].y, v[id(1)].x = v[id(1)].x, v[id(0)].y
	fmt.Println(v)
	s := shape{n: 1}
	s.corners[i] = point{5, 5}
	s.corners[i+1].y = 6
	s.names[i] += "x"
	s.names[s.n-1] = "first"
	fmt.Println(s)
	for j := range s.corners {
		s.corners[j].x++
		s.corners[j].move(2)
	}
	t := s
	t.corners[i].x = 100
	fmt.Println(s.corners, t.corners, s == t)
	var grid [3][3]struct{ v, w int }
	for y := range grid {
		for x := range grid[y] {
			grid[y][x].v = y*3 + x
			grid[x][y].w = -x
		}
	}
	fmt.Println(grid)
	e := [2]any{}
	e[i] = v[i]
	f := [2]complex128{1, 2}
	f[i] *= 1i
	fmt.Println(e, f, f[id(1)])
}

// Output:
// [{11 2} {3 7}]
// [[9 0 0] [0 1 4]]
// [{11 3} {2 7}]
// {[{0 0} {5 5} {0 6}] [first x] 1}
// [{3 0} {8 5} {3 6}] [{3 0} {100 5} {3 6}] false
// [[{0 0} {1 0} {2 0}] [{3 -1} {4 -1} {5 -1}] [{6 -2} {7 -2} {8 -2}]]
// [<nil> {2 7}] [(1+0i) (0+2i)] (0+2i)
