package types

func F() int { return "x" }
