package p04

import "example.com/refusals/program"
