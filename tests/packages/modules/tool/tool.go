// A program in a folder of a module, run by its bare name there: what it imports is found from the folders above.
package main

import (
	"fmt"

	"example.com/modules/internal/hidden"
)

func main() {
	fmt.Printf("tool knows %T\n", hidden.T{})
}
