package main

import "fmt"

type reader interface{ read() string }
type writer interface{ write(string) int }
type readWriter interface {
	reader
	writer
}

type file struct{ data []string }

func (f *file) read() string {
	if len(f.data) == 0 {
		return "EOF"
	}
	s := f.data[0]
	f.data = f.data[1:]
	return s
}

func (f *file) write(s string) int {
	f.data = append(f.data, s)
	return len(s)
}

func (f *file) extra() string { return "extra" }

func main() {
	var rw readWriter = &file{}
	fmt.Println(rw.write("one"), rw.write("three"))
	var r reader = rw
	fmt.Println(r.read())
	w := r.(writer)
	w.write("x")
	fmt.Println(r.read(), r.read(), r.read())
	if ex, ok := r.(interface{ extra() string }); ok {
		fmt.Println(ex.extra())
	}
	_, ok := r.(interface{ missing() })
	fmt.Println(ok)
	f := rw.write
	f("late")
	fmt.Println(rw.(*file).data)
}

// Output:
// 3 5
// one
// three x EOF
// extra
// false
// [late]
