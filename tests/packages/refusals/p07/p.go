package p07

import "nowhere"
