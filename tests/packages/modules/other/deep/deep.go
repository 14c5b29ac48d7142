package deep

// Name says which loop variables the module's version has.
func Name() string {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	if fs[0]() == 3 {
		return "one variable"
	}
	return "a variable for each iteration"
}
