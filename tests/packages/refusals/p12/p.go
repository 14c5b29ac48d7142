package p12

import "example.com/refusals/a/vendor/q"
