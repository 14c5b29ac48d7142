package sums

import (
	"os"
	"path/filepath"
	"testing"
)

func TestEmpty(t *testing.T) {
	if got := Of(); got != 0 {
		t.Errorf("Of() = %d", got)
	}
}

func TestTable(t *testing.T) {
	for name, c := range map[string]struct {
		list []int
		want int
	}{"two": {[]int{1, 2}, 3}} {
		t.Run(name, func(t *testing.T) {
			t.Log("adding", c.list)
			if got := Of(c.list...); got != c.want {
				t.Fatalf("Of(%v) = %d, want %d", c.list, got, c.want)
			}
		})
	}
}

func TestSkipped(t *testing.T) { t.Skip("not today") }

func TestShort(t *testing.T) {
	if testing.Short() {
		t.SkipNow()
	}
}

// Tests run in the folder of their package.
func TestFolder(t *testing.T) {
	dir, err := os.Getwd()
	if err != nil || filepath.Base(dir) != "sums" {
		t.Fatal(dir, err)
	}
	if _, err := os.Stat("sums.go"); err != nil {
		t.Error(err)
	}
}
