package a

import _ "example.com/refusals/circle/b"
