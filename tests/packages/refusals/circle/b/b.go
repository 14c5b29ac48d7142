package b

import _ "example.com/refusals/circle/c"
