package a

import "example.com/initialization/crossed/b"

var A = b.B
