package main

import "fmt"

func main() {
	s := make([]int, 3, 5)
	str := "hello"
	arr := [4]int{}
	one, two, six := 1, 2, 6
	try := func(f func()) {
		defer func() { fmt.Println(recover()) }()
		f()
	}
	try(func() { _ = s[:six] })
	try(func() { _ = s[six:] })
	try(func() { _ = s[two:one] })
	try(func() { _ = s[:two:six] })
	try(func() { _ = s[one:six:five()] })
	try(func() { _ = s[five():two:two] })
	try(func() { _ = s[-one:] })
	try(func() { _ = str[six:] })
	try(func() { _ = str[:six] })
	try(func() { _ = str[two:one] })
	try(func() { _ = arr[:six] })
	try(func() { _ = arr[five():] })
	try(func() { _ = s[five()-1:] })
	_ = s[two:six]
}

func five() int { return 5 }

// Exit: 2
// Output:
// runtime error: slice bounds out of range [:6] with capacity 5
// runtime error: slice bounds out of range [6:3]
// runtime error: slice bounds out of range [2:1]
// runtime error: slice bounds out of range [::6] with capacity 5
// runtime error: slice bounds out of range [:6:5]
// runtime error: slice bounds out of range [5:2:]
// runtime error: slice bounds out of range [-1:]
// runtime error: slice bounds out of range [6:5]
// runtime error: slice bounds out of range [:6] with length 5
// runtime error: slice bounds out of range [2:1]
// runtime error: slice bounds out of range [:6] with length 4
// runtime error: slice bounds out of range [5:4]
// runtime error: slice bounds out of range [4:3]
// Stderr:
// panic: runtime error: slice bounds out of range [:6] with capacity 5
//
// goroutine 1 [running]:
