package p08

import "nowhere/deep"
