package main

import "fmt"

func t(s string, v int) int {
	fmt.Print(s, " ")
	return v
}

type pt struct{ x, y int }

func get(name string, s []int) []int {
	fmt.Print(name, " ")
	return s
}

func key(s string) string {
	fmt.Print("key:", s, " ")
	return s
}

func main() {
	fmt.Println(pt{y: t("y", 1), x: t("x", 2)})
	fmt.Println([]int{t("a", 1), 5: t("b", 2), t("c", 3)})
	fmt.Println([...]pt{{t("1", 1), t("2", 2)}, {y: t("3", 3)}})
	fmt.Println(map[string]int{key("k"): t("v", 1)})
	s := []int{1, 2, 3, 4}
	get("s", s)[t("i", 1)] = t("rhs", 9)
	fmt.Println(s)
	get("p", s)[t("j", 0)], get("q", s)[t("k", 3)] = t("l", 7), t("m", 8)
	fmt.Println(s)
	fmt.Println(get("r", s)[t("lo", 1):t("hi", 3):t("max", 4)])
	f := func(s string) func(...int) int {
		fmt.Print(s, " ")
		return func(n ...int) int { return len(n) }
	}
	fmt.Println(f("fn")(t("arg1", 1), t("arg2", 2)))
	m := map[int]int{}
	m[t("mk", 3)] += t("mv", 4)
	m[t("mk2", 3)]++
	fmt.Println(m)
	var arr [3]int
	i := 0
	i, arr[i] = 2, 5
	fmt.Println(i, arr)
	arr[0], arr[i] = arr[i]+1, arr[0]+1
	fmt.Println(arr)
	ok := t("and", 0) == 1 && t("never", 1) == 1 || t("or", 1) == 1
	fmt.Println(ok)
}

// Output:
// y x {2 1}
// a b c [1 0 0 0 0 2 3]
// 1 2 3 [{1 2} {0 3}]
// key:k v map[k:1]
// s i rhs [1 9 3 4]
// p j q k l m [7 9 3 8]
// r lo hi max [9 3]
// fn arg1 arg2 2
// mk mv mk2 map[3:5]
// 2 [5 0 0]
// [1 0 6]
// and or true
