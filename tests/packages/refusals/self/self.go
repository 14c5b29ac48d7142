package self

import _ "example.com/refusals/self"
