package wrong

import "example.org/nothing"
