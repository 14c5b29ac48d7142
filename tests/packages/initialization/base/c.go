package base

func helper() int { return table["k"] }

var table = map[string]int{"k": late2()}

func late2() int { return len(name) }

var name = "four"
