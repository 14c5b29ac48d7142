package main

type myInt int
type myString string
type myBool bool

func main() {
	defer func() { panic(myString("s")) }()
	defer func() { panic(myBool(true)) }()
	panic(myInt(5))
}

// Exit: 2
// Stderr:
// panic: main.myInt(5)
// 	panic: main.myBool(true)
// 	panic: main.myString("s")
//
// goroutine 1 [running]:
