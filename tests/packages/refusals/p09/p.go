package p09

import "fmt/deep"
