package main

func f(a int /* ERROR "syntax error: unexpected name b in parameter list; possibly missing comma or )" */ b int) {}

func g(a, b int /* ERROR "syntax error: unexpected { in parameter list; possibly missing comma or )" */ {}

func h/* ERROR "syntax error: unexpected ), expected (" */ ) {}

func (t T) {}

func k[/* ERROR "syntax error: empty type parameter list" */ ](x int) {}

func main() {}
