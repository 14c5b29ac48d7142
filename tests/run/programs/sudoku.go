package main

import "fmt"

type board [81]uint8

func (b *board) allowed(at int) (set uint16) {
	r, c := at/9, at%9
	for i := range 9 {
		set |= 1 << b[r*9+i]
		set |= 1 << b[i*9+c]
		set |= 1 << b[(r/3*3+i/3)*9+c/3*3+i%3]
	}
	return ^set & 0x3fe
}

func count(s uint16) (n int) {
	for ; s != 0; s &= s - 1 {
		n++
	}
	return
}

func (b board) solve(steps *int) (board, bool) {
	*steps++
	best, bestSet := -1, uint16(0)
	for at, v := range b {
		if v != 0 {
			continue
		}
		set := b.allowed(at)
		if best < 0 || count(set) < count(bestSet) {
			best, bestSet = at, set
		}
	}
	if best < 0 {
		return b, true
	}
	for v := uint8(1); v <= 9; v++ {
		if bestSet&(1<<v) != 0 {
			b[best] = v
			if s, ok := b.solve(steps); ok {
				return s, true
			}
		}
	}
	return b, false
}

func main() {
	var b board
	for i, c := range "530070000600195000098000060800060003400803001700020006060000280000419005000080079" {
		b[i] = uint8(c - '0')
	}
	steps := 0
	s, ok := b.solve(&steps)
	for r := range 9 {
		fmt.Println(s[r*9 : r*9+9])
	}
	fmt.Println(ok, steps, b[2], s[2])
}

// Output:
// [5 3 4 6 7 8 9 1 2]
// [6 7 2 1 9 5 3 4 8]
// [1 9 8 3 4 2 5 6 7]
// [8 5 9 7 6 1 4 2 3]
// [4 2 6 8 5 3 7 9 1]
// [7 1 3 9 2 4 8 5 6]
// [9 6 1 5 3 7 2 8 4]
// [2 8 7 4 1 9 6 3 5]
// [3 4 5 2 8 6 1 7 9]
// true 52 0 4
