package main

func main() {
	naïve := 1
	x² := 2
	世界 := 3
	_ = a•b
	_ = naïve + 世界
}

// Errors:
// 5:2: declared and not used: x²
// 5:3: invalid character U+00B2 '²' in identifier
// 7:7: invalid character U+2022 '•' in identifier
