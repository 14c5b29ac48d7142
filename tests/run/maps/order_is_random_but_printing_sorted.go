package main

import "fmt"

func main() {
	m := map[int]string{3: "c", 1: "a", 2: "b"}
	fmt.Println(m)
	orders := map[int]bool{}
	big := map[int]int{}
	for i := range 16 {
		big[i] = i
	}
	for range 200 {
		for k := range big {
			orders[k] = true
			break
		}
	}
	fmt.Println(len(orders) > 1)
	fmt.Println(map[string]bool{"z": true, "a": false}, map[float64]int{2.5: 1, -1: 2})
	fmt.Printf("%v %+v\n", map[[2]int]int{{2, 1}: 1, {1, 9}: 2}, map[bool]int{true: 1, false: 0})
}

// Output:
// map[1:a 2:b 3:c]
// true
// map[a:false z:true] map[-1:2 2.5:1]
// map[[1 9]:2 [2 1]:1] map[false:0 true:1]
