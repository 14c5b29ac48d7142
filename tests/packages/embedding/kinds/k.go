package kinds

import _ "embed"

//go:embed k.go
var n int

//go:embed k.go k2.go
var s string
