package circle

import (
	"testing"

	"example.com/refused/round"
)

func TestF(t *testing.T) { round.F() }
