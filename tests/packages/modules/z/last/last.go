package last

import "fmt"

var Last = "last"

func init() { fmt.Println("z/last") }
