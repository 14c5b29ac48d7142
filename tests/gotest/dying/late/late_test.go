package late

import (
	"testing"
	"time"
)

func TestQuick(t *testing.T) {}

func TestLate(t *testing.T) { time.Sleep(time.Hour) }
