package c

import _ "example.com/refusals/circle/a"
