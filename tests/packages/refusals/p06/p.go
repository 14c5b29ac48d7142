package p06

import "example.com/elsewhere"
