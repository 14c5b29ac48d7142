package slog

import (
	"context"
	"log"
	"runtime"
	"strings"
	"sync/atomic"
	"time"
)

// A Logger makes records and gives them to its Handler.
type Logger struct{ handler Handler }

var standard atomic.Pointer[Logger]

func init() { standard.Store(New(&plainHandler{newCore(false, nil, nil)})) }

// plainLevel is what goes from and to package log.
var plainLevel LevelVar

// SetLogLoggerLevel sets the level of messages that go from or to package log, and answers the old one.
func SetLogLoggerLevel(level Level) (oldLevel Level) {
	oldLevel = plainLevel.Level()
	plainLevel.Set(level)
	return oldLevel
}

// Default is the Logger of the functions of this package.
func Default() *Logger { return standard.Load() }

// SetDefault sets it. What package log is given goes there as well.
func SetDefault(l *Logger) {
	standard.Store(l)
	if _, plain := l.handler.(*plainHandler); !plain {
		places := log.Flags()&(log.Lshortfile|log.Llongfile) != 0
		log.SetOutput(&bridge{l.handler, &plainLevel, places})
		log.SetFlags(0)
	}
}

// A bridge gives what package log writes to a Handler.
type bridge struct {
	handler Handler
	level   Leveler
	places  bool
}

func (b *bridge) Write(text []byte) (int, error) {
	ctx, level := context.Background(), b.level.Level()
	if !b.handler.Enabled(ctx, level) {
		return 0, nil
	}
	var pc [1]uintptr
	if b.places {
		runtime.Callers(4, pc[:])
	}
	msg := strings.TrimSuffix(string(text), "\n")
	return len(text), b.handler.Handle(ctx, NewRecord(time.Now(), level, msg, pc[0]))
}

// NewLogLogger is a log.Logger that writes to a Handler.
func NewLogLogger(h Handler, level Level) *log.Logger { return log.New(&bridge{h, level, true}, "", 0) }

// New is a Logger with a handler.
func New(h Handler) *Logger {
	if h == nil {
		panic("nil Handler")
	}
	return &Logger{h}
}

// Handler is the logger's handler.
func (l *Logger) Handler() Handler { return l.handler }

// With is a logger that adds attributes.
func (l *Logger) With(args ...any) *Logger {
	if len(args) == 0 {
		return l
	}
	return &Logger{l.handler.WithAttrs(attrsOf(args))}
}

// WithGroup is a logger that puts later attributes into a group.
func (l *Logger) WithGroup(name string) *Logger {
	if name == "" {
		return l
	}
	return &Logger{l.handler.WithGroup(name)}
}

// Enabled reports whether messages of a level are wanted.
func (l *Logger) Enabled(ctx context.Context, level Level) bool {
	return l.handler.Enabled(orBackground(ctx), level)
}

func orBackground(ctx context.Context) context.Context {
	if ctx == nil {
		return context.Background()
	}
	return ctx
}

// send logs a message for the caller of the function that calls send.
func (l *Logger) send(ctx context.Context, level Level, msg string, args []any, attrs []Attr) {
	ctx = orBackground(ctx)
	if !l.handler.Enabled(ctx, level) {
		return
	}
	var pc [1]uintptr
	runtime.Callers(3, pc[:])
	r := NewRecord(time.Now(), level, msg, pc[0])
	r.Add(args...)
	r.AddAttrs(attrs...)
	_ = l.handler.Handle(ctx, r)
}

// Log logs a message with attributes: Attrs, or keys followed by values.
func (l *Logger) Log(ctx context.Context, level Level, msg string, args ...any) {
	l.send(ctx, level, msg, args, nil)
}

// LogAttrs logs a message with attributes.
func (l *Logger) LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	l.send(ctx, level, msg, nil, attrs)
}

// Debug logs at LevelDebug.
func (l *Logger) Debug(msg string, args ...any) { l.send(nil, LevelDebug, msg, args, nil) }

// DebugContext is Debug with a context.
func (l *Logger) DebugContext(ctx context.Context, msg string, args ...any) {
	l.send(ctx, LevelDebug, msg, args, nil)
}

// Info logs at LevelInfo.
func (l *Logger) Info(msg string, args ...any) { l.send(nil, LevelInfo, msg, args, nil) }

// InfoContext is Info with a context.
func (l *Logger) InfoContext(ctx context.Context, msg string, args ...any) {
	l.send(ctx, LevelInfo, msg, args, nil)
}

// Warn logs at LevelWarn.
func (l *Logger) Warn(msg string, args ...any) { l.send(nil, LevelWarn, msg, args, nil) }

// WarnContext is Warn with a context.
func (l *Logger) WarnContext(ctx context.Context, msg string, args ...any) {
	l.send(ctx, LevelWarn, msg, args, nil)
}

// Error logs at LevelError.
func (l *Logger) Error(msg string, args ...any) { l.send(nil, LevelError, msg, args, nil) }

// ErrorContext is Error with a context.
func (l *Logger) ErrorContext(ctx context.Context, msg string, args ...any) {
	l.send(ctx, LevelError, msg, args, nil)
}

// With is With of the default logger.
func With(args ...any) *Logger { return Default().With(args...) }

// Log is Log of the default logger.
func Log(ctx context.Context, level Level, msg string, args ...any) {
	Default().send(ctx, level, msg, args, nil)
}

// LogAttrs is LogAttrs of the default logger.
func LogAttrs(ctx context.Context, level Level, msg string, attrs ...Attr) {
	Default().send(ctx, level, msg, nil, attrs)
}

// Debug logs at LevelDebug with the default logger.
func Debug(msg string, args ...any) { Default().send(nil, LevelDebug, msg, args, nil) }

// DebugContext is Debug with a context.
func DebugContext(ctx context.Context, msg string, args ...any) {
	Default().send(ctx, LevelDebug, msg, args, nil)
}

// Info logs at LevelInfo with the default logger.
func Info(msg string, args ...any) { Default().send(nil, LevelInfo, msg, args, nil) }

// InfoContext is Info with a context.
func InfoContext(ctx context.Context, msg string, args ...any) {
	Default().send(ctx, LevelInfo, msg, args, nil)
}

// Warn logs at LevelWarn with the default logger.
func Warn(msg string, args ...any) { Default().send(nil, LevelWarn, msg, args, nil) }

// WarnContext is Warn with a context.
func WarnContext(ctx context.Context, msg string, args ...any) {
	Default().send(ctx, LevelWarn, msg, args, nil)
}

// Error logs at LevelError with the default logger.
func Error(msg string, args ...any) { Default().send(nil, LevelError, msg, args, nil) }

// ErrorContext is Error with a context.
func ErrorContext(ctx context.Context, msg string, args ...any) {
	Default().send(ctx, LevelError, msg, args, nil)
}
