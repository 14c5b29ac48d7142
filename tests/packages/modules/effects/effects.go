package effects

import (
	"fmt"

	"example.com/modules/z/last"
)

func init() { fmt.Println("effects after", last.Last) }
