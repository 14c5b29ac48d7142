package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"log/slog"
	"math"
	"os"
	"strings"
	"time"
)

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("hidden") }

type user struct {
	ID   int
	Name string
}

func (u user) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("id", u.ID), slog.Any("name", secret(u.Name)))
}

type point struct{ X, Y int }

type loop struct{}

func (l loop) LogValue() slog.Value { return slog.AnyValue(l) }

type broken struct{ p *int }

func (b *broken) MarshalText() ([]byte, error) { return []byte{byte(*b.p)}, nil }

func withoutTime(groups []string, a slog.Attr) slog.Attr {
	switch {
	case a.Key == slog.TimeKey && len(groups) == 0:
		return slog.Attr{}
	case a.Key == "password":
		return slog.String("password", "***"+fmt.Sprint(groups))
	}
	return a
}

func main() {
	level := new(slog.LevelVar)
	opts := &slog.HandlerOptions{Level: level, ReplaceAttr: withoutTime}
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, opts), slog.NewJSONHandler(os.Stdout, opts)} {
		l := slog.New(h)
		l.Info("plain", "n", 1, "s", "two words", "b", true, "f", 1.5, "d", 90*time.Second)
		l.Warn("odd \"quotes\"\n", "empty", "", "eq", "a=b", "err", errors.New("no luck"), "nil", nil, "é", "ü<&>")
		l.Debug("unseen")
		level.Set(slog.LevelDebug)
		l.Debug("seen", slog.Group("g", "a", 1, slog.Group("h", "b", 2)), slog.Group("none"), slog.Group("", "inlined", 3))
		level.Set(slog.LevelInfo)
		l.Error("values", "point", point{1, 2}, "ptr", &point{3, 4}, "list", []int{1, 2}, "map", map[string]int{"z": 1, "a": 2}, "bytes", []byte("raw"))
		l.Info("valuers", "user", user{7, "Ava"}, "secret", secret("x"), "time", time.Unix(0, 0).UTC())
		l.Info("wrong", "key without value")
		l.Info("wrong", 1, 2, "k", slog.IntValue(3))
		l.Log(context.Background(), slog.LevelWarn+1, "between", "inf", math.Inf(1), "u", uint64(math.MaxUint64), "small", 1e-9)
		l.LogAttrs(nil, slog.LevelInfo, "attrs", slog.Int64("i", -1), slog.Any("any", struct{ A, b int }{1, 2}))
		scoped := l.With("a", 1, "password", "p").WithGroup("req").With("id", 2, "password", "q").WithGroup("inner")
		scoped.Info("scoped", "deep", 3, "user", user{1, "B"})
		scoped.Info("nothing inside")
		l.WithGroup("empty").Info("left out")
		l.Info("panics", "v", &broken{}, "nilptr", (*broken)(nil))
	}
	text := slog.Any("l", loop{}).Value.Resolve().String()
	fmt.Println(text)

	var all bytes.Buffer
	multi := slog.NewMultiHandler(slog.NewTextHandler(&all, opts), slog.DiscardHandler, slog.NewJSONHandler(&all, opts))
	slog.New(multi).With("k", "v").Info("twice")
	fmt.Print(all.String())

	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	slog.Info("through log", "a", "b c")
	slog.With("x", 1).WithGroup("g").Warn("grouped", "y", 2)
	slog.Debug("unseen")
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, opts)))
	log.Print("from log")
	slog.NewLogLogger(slog.Default().Handler(), slog.LevelError).Println("as error")

	var src strings.Builder
	slog.New(slog.NewJSONHandler(&src, &slog.HandlerOptions{AddSource: true, ReplaceAttr: withoutTime})).Info("here")
	fmt.Println(strings.Contains(src.String(), `"function":"main.main"`), strings.Contains(src.String(), "structured_as_text_and_json.go"))

	for _, l := range []slog.Level{-10, -4, -1, 0, 3, 4, 7, 8, 20} {
		fmt.Print(l, " ")
	}
	var parsed slog.Level
	fmt.Println(parsed.UnmarshalText([]byte("warn+2")), parsed, parsed.UnmarshalText([]byte("loud")), parsed.UnmarshalText([]byte("info+x")))
	fs := flag.NewFlagSet("prog", flag.ContinueOnError)
	fs.SetOutput(os.Stdout)
	fs.TextVar(&parsed, "level", slog.LevelInfo, "least `level`")
	fmt.Println(fs.Parse([]string{"-level", "error-1"}), parsed)
	fs.PrintDefaults()
	fmt.Println(fs.Parse([]string{"-level=x"}) != nil)

	a, b := slog.Group("g", "t", time.Unix(5, 0)), slog.Group("g", "t", time.Unix(5, 0).UTC())
	fmt.Println(a.Equal(b), slog.Int("a", 1).Equal(slog.Uint64("a", 1)), slog.Duration("d", time.Minute), slog.AnyValue(int8(3)).Kind())
	defer func() { fmt.Println(recover()) }()
	slog.StringValue("x").Int64()
}

// Output:
// level=INFO msg=plain n=1 s="two words" b=true f=1.5 d=1m30s
// level=WARN msg="odd \"quotes\"\n" empty="" eq="a=b" err="no luck" nil=<nil> é=ü<&>
// level=DEBUG msg=seen g.a=1 g.h.b=2 inlined=3
// level=ERROR msg=values point="{X:1 Y:2}" ptr="&{X:3 Y:4}" list="[1 2]" map="map[a:2 z:1]" bytes="raw"
// level=INFO msg=valuers user.id=7 user.name=hidden secret=hidden
// level=INFO msg=wrong !BADKEY="key without value"
// level=INFO msg=wrong !BADKEY=1 !BADKEY=2 k=3
// level=WARN+1 msg=between inf=+Inf u=18446744073709551615 small=1e-09
// level=INFO msg=attrs i=-1 any="{A:1 b:2}"
// level=INFO msg=scoped a=1 password=***[] req.id=2 req.password=***[req] req.inner.deep=3 req.inner.user.id=1 req.inner.user.name=hidden
// level=INFO msg="nothing inside" a=1 password=***[] req.id=2 req.password=***[req]
// level=INFO msg="left out"
// level=INFO msg=panics v="!PANIC: runtime error: invalid memory address or nil pointer dereference" nilptr=<nil>
// {"level":"INFO","msg":"plain","n":1,"s":"two words","b":true,"f":1.5,"d":90000000000}
// {"level":"WARN","msg":"odd \"quotes\"\n","empty":"","eq":"a=b","err":"no luck","nil":null,"é":"ü<&>"}
// {"level":"DEBUG","msg":"seen","g":{"a":1,"h":{"b":2}},"inlined":3}
// {"level":"ERROR","msg":"values","point":{"X":1,"Y":2},"ptr":{"X":3,"Y":4},"list":[1,2],"map":{"a":2,"z":1},"bytes":"cmF3"}
// {"level":"INFO","msg":"valuers","user":{"id":7,"name":"hidden"},"secret":"hidden"}
// {"level":"INFO","msg":"wrong","!BADKEY":"key without value"}
// {"level":"INFO","msg":"wrong","!BADKEY":1,"!BADKEY":2,"k":3}
// {"level":"WARN+1","msg":"between","inf":"!ERROR:json: unsupported value: +Inf","u":18446744073709551615,"small":1e-9}
// {"level":"INFO","msg":"attrs","i":-1,"any":{"A":1}}
// {"level":"INFO","msg":"scoped","a":1,"password":"***[]","req":{"id":2,"password":"***[req]","inner":{"deep":3,"user":{"id":1,"name":"hidden"}}}}
// {"level":"INFO","msg":"nothing inside","a":1,"password":"***[]","req":{"id":2,"password":"***[req]"}}
// {"level":"INFO","msg":"left out"}
// {"level":"INFO","msg":"panics","v":"!PANIC: runtime error: invalid memory address or nil pointer dereference","nilptr":null}
// LogValue called too many times on Value of type main.loop
// level=INFO msg=twice k=v
// {"level":"INFO","msg":"twice","k":"v"}
// INFO through log a="b c"
// WARN grouped x=1 g.y=2
// level=INFO msg="from log"
// level=ERROR msg="as error"
// true true
// DEBUG-6 DEBUG DEBUG+3 INFO INFO+3 WARN WARN+3 ERROR ERROR+12 <nil> WARN+2 slog: level string "loud": unknown name slog: level string "info+x": strconv.Atoi: parsing "+x": invalid syntax
// <nil> WARN+3
//   -level level
//     	least level (default INFO)
// invalid value "x" for flag -level: slog: level string "x": unknown name
// Usage of prog:
//   -level level
//     	least level (default INFO)
// true
// true false d=1m0s Int64
// Value kind is String, not Int64
