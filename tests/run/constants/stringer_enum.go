package main

import "fmt"

type color uint8

const (
	red color = iota + 1
	green
	blue
	numColors = iota
)

var names = [...]string{red: "red", green: "green", blue: "blue"}

func (c color) String() string {
	if int(c) < len(names) && names[c] != "" {
		return names[c]
	}
	return fmt.Sprintf("color(%d)", uint8(c))
}

type flags uint

const (
	read flags = 1 << iota
	write
	exec
	all = read | write | exec
)

func (f flags) String() string {
	s := ""
	for i, n := range []string{"r", "w", "x"} {
		if f&(1<<i) != 0 {
			s += n
		} else {
			s += "-"
		}
	}
	return s
}

func main() {
	fmt.Println(red, green, blue, numColors, color(9), []color{1, 2})
	fmt.Printf("%v %d %s %q %x %T\n", blue, blue, blue, blue, blue, blue)
	fmt.Println(map[color]int{blue: 1, red: 2}, struct{ c color }{green})
	fmt.Println(all, all&^write, flags(0), read|exec)
	m := map[flags]string{all: "everything"}
	fmt.Println(m[read|write|exec], len(names))
}

// Output:
// red green blue 3 color(9) [red green]
// blue 3 blue "blue" 626c7565 main.color
// map[red:2 blue:1] {2}
// rwx r-x --- r-x
// everything 4
