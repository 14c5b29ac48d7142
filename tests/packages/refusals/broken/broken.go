package broken

var X int = "x"
