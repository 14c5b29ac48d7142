package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	sum, lines := 0, 0
	for in.Scan() {
		lines++
		n, err := strconv.Atoi(in.Text())
		if err != nil {
			fmt.Fprintln(out, "line", lines, err)
			continue
		}
		sum += n
	}
	fmt.Fprintln(out, lines, sum)
}

// Stdin:
// 10
// x1
//
// 32
// Output:
// line 2 strconv.Atoi: parsing "x1": invalid syntax
// line 3 strconv.Atoi: parsing "": invalid syntax
// 4 42
