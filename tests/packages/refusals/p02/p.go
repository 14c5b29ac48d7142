package p02

import "example.com/refusals/only_test"
