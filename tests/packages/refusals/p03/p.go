package p03

import "example.com/refusals/two"
