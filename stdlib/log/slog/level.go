// Package slog logs messages with keys and values.
package slog

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync/atomic"
)

// A Level is how important a message is.
type Level int

// Levels with names; there is room between them.
const (
	LevelDebug Level = 4*iota - 4
	LevelInfo
	LevelWarn
	LevelError
)

var levelNames = [...]string{"DEBUG", "INFO", "WARN", "ERROR"}

// String is the name of the level below, and how far l lies above it.
func (l Level) String() string {
	i := 0
	switch {
	case l >= LevelError:
		i = 3
	case l >= LevelInfo:
		i = int(l)/4 + 1
	}
	if offset := int(l) - (4*i - 4); offset != 0 {
		return fmt.Sprintf("%s%+d", levelNames[i], offset)
	}
	return levelNames[i]
}

// Level is l itself.
func (l Level) Level() Level { return l }

// AppendText appends what String gives.
func (l Level) AppendText(b []byte) ([]byte, error) { return append(b, l.String()...), nil }

// MarshalText is what String gives.
func (l Level) MarshalText() ([]byte, error) { return l.AppendText(nil) }

// MarshalJSON is what String gives, in quotes.
func (l Level) MarshalJSON() ([]byte, error) { return strconv.AppendQuote(nil, l.String()), nil }

// UnmarshalText reads what String gives, in any case.
func (l *Level) UnmarshalText(data []byte) error { return l.read(string(data)) }

// UnmarshalJSON reads what MarshalJSON gives.
func (l *Level) UnmarshalJSON(data []byte) error {
	s, err := strconv.Unquote(string(data))
	if err == nil {
		err = l.read(s)
	}
	return err
}

func (l *Level) read(s string) error {
	name, offset := s, 0
	if i := strings.IndexAny(s, "+-"); i >= 0 {
		n, err := strconv.Atoi(s[i:])
		if err != nil {
			return fmt.Errorf("slog: level string %q: %w", s, err)
		}
		name, offset = s[:i], n
	}
	for i, known := range levelNames {
		if strings.ToUpper(name) == known {
			*l = Level(4*i - 4 + offset)
			return nil
		}
	}
	return fmt.Errorf("slog: level string %q: %w", s, errors.New("unknown name"))
}

// A Leveler knows a level.
type Leveler interface {
	Level() Level
}

// A LevelVar is a level that may change while handlers use it.
type LevelVar struct {
	val atomic.Int64
}

// Level is the level now.
func (v *LevelVar) Level() Level { return Level(v.val.Load()) }

// Set changes the level.
func (v *LevelVar) Set(l Level) { v.val.Store(int64(l)) }

// String names it.
func (v *LevelVar) String() string { return "LevelVar(" + v.Level().String() + ")" }

// AppendText appends the level's text.
func (v *LevelVar) AppendText(b []byte) ([]byte, error) { return v.Level().AppendText(b) }

// MarshalText is the level's text.
func (v *LevelVar) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText reads a level.
func (v *LevelVar) UnmarshalText(data []byte) error {
	var l Level
	err := l.UnmarshalText(data)
	if err == nil {
		v.Set(l)
	}
	return err
}
