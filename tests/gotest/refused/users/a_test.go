package users_test

import (
	"testing"

	"example.com/refused/types"
)

func TestF(t *testing.T) { types.F() }
