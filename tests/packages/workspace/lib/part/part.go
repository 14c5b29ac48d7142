package part

func Name() string { return "a part of lib" }
