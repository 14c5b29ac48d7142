package main

import (
	"fmt"
	/* ERROR "\"math\" imported as m and not used" */ m "math"
	/* ERROR "\"os\" imported and not used" */ "os"
	/* ERROR "\"strings\" imported and not used" */ "strings"
)

func main() {
	fmt.Println(1)
}
