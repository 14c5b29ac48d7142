package main

func main() {
	println("hello", 1, true, 'a', -5)
	print("no", "spaces", 1, "\n")
	println(1.5, 1e100, 0.0, float32(2))
	println(2+3i, uint8(200), int64(-1))
	var e error
	var p *int
	println(e == nil, p == nil, len("abc"))
	println()
	println("µ", "tab\tend")
	const big = 1 << 40
	println(big, nil == p)
}

// Stderr:
// hello 1 true 97 -5
// nospaces1
// 1.5 1e+100 0 2
// (2+3i) 200 -1
// true true 3
//
// µ tab	end
// 1099511627776 true
