package main

import "fmt"

func main() {
	tri := make([][]int, 5)
	for i := range tri {
		tri[i] = make([]int, i+1)
		tri[i][0], tri[i][i] = 1, 1
		for j := 1; j < i; j++ {
			tri[i][j] = tri[i-1][j-1] + tri[i-1][j]
		}
	}
	for _, row := range tri {
		fmt.Println(row)
	}
	tri[0] = append(tri[0], tri[4][1:3]...)
	fmt.Println(tri[0], len(tri), len(tri[4]))
	row := tri[2]
	row[1] *= 100
	fmt.Println(tri[2])
	tri = tri[:2]
	fmt.Println(tri)
	lit := [][]string{{"a"}, {}, nil, {"b", "c"}}
	fmt.Println(len(lit), lit[2] == nil, lit[1] == nil, lit)
}

// Output:
// [1]
// [1 1]
// [1 2 1]
// [1 3 3 1]
// [1 4 6 4 1]
// [1 4 6] 5 5
// [1 200 1]
// [[1 4 6] [1 1]]
// 4 true false [[a] [] [] [b c]]
