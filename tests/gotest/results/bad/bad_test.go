package bad

import (
	"fmt"
	"testing"
)

func TestGood(t *testing.T) {}

func TestWrong(t *testing.T) {
	t.Run("first", func(t *testing.T) {
		fmt.Println("printed")
		t.Error("wrong")
		t.Log("and on")
	})
	t.Run("second", func(t *testing.T) {
		t.Fatal("over")
		t.Log("never")
	})
}

func TestLast(t *testing.T) { t.Fail() }
