package main

import (
	"bytes"
	"fmt"
	"log"
	"log/slog"
	"os"
)

func main() {
	// Without further ado slog writes through package log.
	var out bytes.Buffer
	log.SetOutput(&out)
	log.SetFlags(log.Lshortfile | log.Lmsgprefix)
	log.SetPrefix("app: ")
	slog.Info("hello", "n", 1, slog.Group("g", "s", "two words"))
	slog.Debug("unseen")
	old := slog.SetLogLoggerLevel(slog.LevelDebug)
	slog.Debug("seen", "old", old)
	slog.With("w", 1).WithGroup("q").Warn("with", "x", 2)
	slog.Default().Error("last")
	log.Print("log itself")
	fmt.Print(out.String())

	// With another default, log writes through slog.
	log.SetPrefix("")
	h := slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{Level: slog.LevelInfo, ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})
	slog.SetDefault(slog.New(h).With("app", "demo"))
	slog.Info("through the handler")
	slog.SetLogLoggerLevel(slog.LevelWarn)
	log.Println("through log", 1)
	slog.SetLogLoggerLevel(slog.LevelDebug)
	log.Println("too low")
	l := slog.NewLogLogger(h, slog.LevelError)
	l.SetPrefix("bridge ")
	l.Printf("%d bottles", 99)
	defer func() { fmt.Println(recover()) }()
	slog.New(nil)
}

// Output:
// slog_and_log.go:17: app: INFO hello n=1 g.s="two words"
// slog_and_log.go:20: app: DEBUG seen old=INFO
// slog_and_log.go:21: app: WARN with w=1 q.x=2
// slog_and_log.go:22: app: ERROR last
// slog_and_log.go:23: app: log itself
// {"level":"INFO","msg":"through the handler","app":"demo"}
// {"level":"WARN","msg":"through log 1","app":"demo"}
// {"level":"ERROR","msg":"bridge 99 bottles"}
// nil Handler
