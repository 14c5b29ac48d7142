package round

import _ "example.com/refused/circle"

func F() {}
