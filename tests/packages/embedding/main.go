package main

import "embed"
import "io/fs"
import "fmt"

//go:embed a.txt
var s string

var (
	//go:embed bin.dat
	b []byte

	//go:embed d *.txt
	//go:embed "go.mod"
	f embed.FS
	//go:embed all:d
	g embed.FS
	//go:embed d/* d/_h
	h embed.FS
)

type S string
//go:embed a.txt

// c
var n S

var pre = len(s)

func show(f embed.FS) {
	fmt.Println("--")
	fs.WalkDir(f, ".", func(p string, d fs.DirEntry, err error) error {
		i, _ := d.Info()
		fmt.Println(p, d, err, i.Size(), i.Mode(), i.ModTime().IsZero(), i.Name(), i.Sys())
		return nil
	})
}

func main() {
	fmt.Printf("%q %q %q %d\n", s, b, n, pre)
	b[0] = 'x'
	fmt.Printf("%q\n", b)
	show(f); show(g); show(h)
	show(embed.FS{})
	x, err := f.ReadFile("d/1.txt")
	fmt.Printf("%q %v\n", x, err)
	_, err = f.ReadFile("d")
	fmt.Println(err)
	_, err = f.ReadFile("zz")
	fmt.Println(err)
	_, err = f.Open("../zz")
	fmt.Println(err)
	_, err = f.ReadDir("a.txt")
	fmt.Println(err)
	ff, err := f.Open("a.txt")
	var bb [10]byte
	k, err := ff.Read(bb[:1])
	fmt.Println(k, err, string(bb[:k]))
	k, err = ff.Read(bb[:])
	fmt.Println(k, err)
	k, err = ff.Read(bb[:])
	fmt.Println(k, err, ff.Close())
	st, err := ff.Stat()
	fmt.Println(st, err)
	dd, _ := f.Open("d")
	es, err := dd.(fs.ReadDirFile).ReadDir(1)
	fmt.Println(es, err)
	es, err = dd.(fs.ReadDirFile).ReadDir(-1)
	fmt.Println(es, err)
	es, err = dd.(fs.ReadDirFile).ReadDir(1)
	fmt.Println(es, err)
	k, err = dd.Read(bb[:])
	fmt.Println(k, err)
	sub, err := fs.Sub(f, "d")
	fmt.Println(err)
	data, err := fs.ReadFile(sub, "sub/2.txt")
	fmt.Printf("%q %v\n", data, err)
	fmt.Println(f == g, f == f)
}
