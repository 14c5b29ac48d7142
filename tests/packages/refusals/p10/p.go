package p10

import "example.com/refusals//b"
