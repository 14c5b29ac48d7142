package missing

import (
	"testing"

	_ "nowhere"
)

func TestF(t *testing.T) {}
