package main

func main() {
	x := 5 # 3
	y := x ? 1 : 2
	z := @x
	w := x $ y
	é := “quoted”
}

// Errors:
// 4:9: invalid character U+0023 '#'
// 4:11: syntax error: unexpected literal 3 at end of statement
// 5:9: invalid character U+003F '?'
// 5:11: syntax error: unexpected literal 1 at end of statement
// 6:7: invalid character U+0040 '@'
// 7:9: invalid character U+0024 '$'
// 7:11: syntax error: unexpected name y at end of statement
// 8:8: invalid character U+201C '“' in identifier
// 8:17: invalid character U+201D '”' in identifier
