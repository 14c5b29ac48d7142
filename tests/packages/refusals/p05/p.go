package p05

import "example.com/refusals/x/internal/y"
