package user

import _ "example.com/constraints/none"
