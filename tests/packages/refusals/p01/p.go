package p01

import "example.com/refusals/nodir"
