package p11

import "a/../b"
