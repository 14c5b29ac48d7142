package main

import "fmt"

func main() {
	i := 0
loop:
	if i < 3 {
		fmt.Print(i, " ")
		i++
		goto loop
	}
	fmt.Println()
	n := 0
retry:
	for {
		n++
		if n < 3 {
			goto retry
		}
		break
	}
	fmt.Println(n)
	goto end
end:
	fmt.Println("end")
	{
		goto inner
	inner:
		fmt.Println("inner")
	}
	var fs []func() int
again:
	x := len(fs)
	fs = append(fs, func() int { x++; return x })
	if x < 2 {
		goto again
	}
	fmt.Println(fs[0](), fs[0](), fs[1](), fs[2]())
}

// Output:
// 0 1 2
// 3
// end
// inner
// 1 2 2 3
