package without

//go:embed w.go
var s string
