package numbers

//line a.go:0
var x = 1

//line a.go:x
var y = 1
