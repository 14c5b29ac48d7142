package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"os"
	"path/filepath"
	"time"
)

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("***") }

type user struct {
	ID   int
	Name string
	tags []string
}

func (u user) LogValue() slog.Value {
	return slog.GroupValue(slog.Int("id", u.ID), slog.Any("name", secret(u.Name)))
}

type loop struct{}

func (l loop) LogValue() slog.Value { return slog.AnyValue(l) }

type text struct{ fail bool }

func (t text) MarshalText() ([]byte, error) {
	if t.fail {
		return nil, errors.New("no text")
	}
	return []byte("some text"), nil
}

type pointer struct{ x int }

func (p *pointer) String() string { return fmt.Sprint("p", p.x) }

type explosive struct{}

func (explosive) MarshalText() ([]byte, error) { panic("boom") }

// untimed leaves the time out.
func untimed(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	return a
}

func show(l *slog.Logger) {
	ctx := context.Background()
	l.Info("plain")
	l.Warn("two words", "key", "value", "a b", "c d", "empty", "", "quote", `say "hi"`, "eq", "a=b", "uni", "größe\u2028\x00\xff<&>")
	l.Error("numbers", "i", -3, "u", uint8(7), "f", 1.5, "big", 1e21, "b", true, "d", 1500*time.Millisecond, "nil", nil, "c", 'x')
	l.Info("any", "e", errors.New("bad thing"), "s", []int{1, 2}, "m", map[string]int{"z": 1, "a": 2}, "st", struct{ X, Y int }{1, 2}, "by", []byte("bytes"), "t", text{}, "tf", text{true})
	l.Info("pointers", "p", &pointer{4}, "np", (*pointer)(nil), "x", explosive{})
	l.Info("values", "user", user{7, "eve", nil}, "pw", secret("1234"))
	l.Info("groups", slog.Group("g", "a", 1, slog.Group("h", "b", 2)), slog.Group("empty"), slog.Group("", "inline", 3), "after", 4)
	l.Info("bad args", []any{"lonely"}...)
	l.Info("worse args", []any{1, 2.5, slog.Int("ok", 1), "k"}...)
	l.Log(ctx, slog.LevelInfo+2, "between")
	l.LogAttrs(ctx, slog.LevelError-1, "attrs", slog.Time("t", time.Date(2024, 2, 29, 12, 30, 45, 123456789, time.UTC)), slog.Duration("d", time.Hour), slog.Uint64("u", math.MaxUint64), slog.Float64("f", 0.1), slog.Bool("b", false))
	l.Debug("too low")
	d := l.With("service", "api", "n", 1)
	d.Info("with", "x", 1)
	g := d.WithGroup("req").With("id", 9)
	g.Info("in group", "path", "/", slog.Group("more", "z", 26))
	g.Info("no more attributes")
	e := g.WithGroup("a").WithGroup("b")
	e.Info("deeper", "c", 1)
	e.Info("nothing there")
	e.With(slog.Group("none")).Info("still nothing", slog.Group("none"))
	l.WithGroup("").WithGroup("only").Info("alone")
}

func main() {
	opts := &slog.HandlerOptions{ReplaceAttr: untimed}
	show(slog.New(slog.NewTextHandler(os.Stdout, opts)))
	show(slog.New(slog.NewJSONHandler(os.Stdout, opts)))

	var level slog.LevelVar
	level.Set(slog.LevelDebug)
	chatty := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		AddSource: true,
		Level:     &level,
		ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
			switch a.Key {
			case slog.TimeKey:
				return slog.Attr{}
			case slog.SourceKey:
				s := a.Value.Any().(*slog.Source)
				return slog.String("at", fmt.Sprint(filepath.Base(s.File), " ", s.Function))
			case slog.LevelKey:
				return slog.Any("severity", a.Value.Any().(slog.Level)+1)
			case "password":
				return slog.String(a.Key, fmt.Sprint("hidden in ", groups))
			case "gone":
				return slog.Attr{}
			}
			return a
		},
	}))
	chatty.Debug("replaced", "password", "x", "gone", 1)
	chatty.WithGroup("g").With("password", "y").Info("in a group", slog.Group("h", "password", "z", "gone", 2), slog.Group("i", "gone", 3))
	level.Set(slog.LevelError)
	chatty.Warn("not any more")
	fmt.Println(chatty.Enabled(context.Background(), slog.LevelWarn), &level)

	for _, l := range []slog.Level{-10, -4, -1, 0, 3, 4, 7, 8, 20} {
		js, _ := l.MarshalJSON()
		var back slog.Level
		err := back.UnmarshalJSON(js)
		fmt.Print(l, " ", string(js), " ", back == l, err, "; ")
	}
	var bad slog.Level
	fmt.Println(bad.UnmarshalText([]byte("warn-1")), bad, bad.UnmarshalText([]byte("LOUD")), bad.UnmarshalText([]byte("INFO+x")))

	r := slog.NewRecord(time.Time{}, slog.LevelInfo, "by hand", 0)
	r.Add("a", 1, slog.Int("b", 2))
	c := r.Clone()
	c.AddAttrs(slog.String("c", "3"))
	r.Add("d", 4)
	both := slog.NewMultiHandler(slog.NewTextHandler(os.Stdout, nil), slog.NewJSONHandler(os.Stdout, nil), slog.DiscardHandler)
	fmt.Println(both.Handle(context.Background(), r), r.NumAttrs(), c.NumAttrs())
	both.WithGroup("m").WithAttrs([]slog.Attr{slog.Int("w", 1)}).Handle(context.Background(), c)
	v := slog.AnyValue(loop{}).Resolve()
	fmt.Println(v, v.Kind(), slog.AnyValue(uint16(3)).Kind(), slog.Int("k", 1), slog.Group("g", "x", 1).Equal(slog.Group("g", slog.Int("x", 1))))
	defer func() { fmt.Println(recover()) }()
	slog.StringValue("s").Int64()
}

// Output:
// level=INFO msg=plain
// level=WARN msg="two words" key=value "a b"="c d" empty="" quote="say \"hi\"" eq="a=b" uni="größe\u2028\x00\xff<&>"
// level=ERROR msg=numbers i=-3 u=7 f=1.5 big=1e+21 b=true d=1.5s nil=<nil> c=120
// level=INFO msg=any e="bad thing" s="[1 2]" m="map[a:2 z:1]" st="{X:1 Y:2}" by="bytes" t="some text" tf="!ERROR:no text"
// level=INFO msg=pointers p=p4 np=<nil> x="!PANIC: boom"
// level=INFO msg=values user.id=7 user.name=*** pw=***
// level=INFO msg=groups g.a=1 g.h.b=2 inline=3 after=4
// level=INFO msg="bad args" !BADKEY=lonely
// level=INFO msg="worse args" !BADKEY=1 !BADKEY=2.5 ok=1 !BADKEY=k
// level=INFO+2 msg=between
// level=WARN+3 msg=attrs t=2024-02-29T12:30:45.123Z d=1h0m0s u=18446744073709551615 f=0.1 b=false
// level=INFO msg=with service=api n=1 x=1
// level=INFO msg="in group" service=api n=1 req.id=9 req.path=/ req.more.z=26
// level=INFO msg="no more attributes" service=api n=1 req.id=9
// level=INFO msg=deeper service=api n=1 req.id=9 req.a.b.c=1
// level=INFO msg="nothing there" service=api n=1 req.id=9
// level=INFO msg="still nothing" service=api n=1 req.id=9
// level=INFO msg=alone
// {"level":"INFO","msg":"plain"}
// {"level":"WARN","msg":"two words","key":"value","a b":"c d","empty":"","quote":"say \"hi\"","eq":"a=b","uni":"größe\u2028\u0000�<&>"}
// {"level":"ERROR","msg":"numbers","i":-3,"u":7,"f":1.5,"big":1e+21,"b":true,"d":1500000000,"nil":null,"c":120}
// {"level":"INFO","msg":"any","e":"bad thing","s":[1,2],"m":{"a":2,"z":1},"st":{"X":1,"Y":2},"by":"Ynl0ZXM=","t":"some text","tf":"!ERROR:json: error calling MarshalText for type *main.text: no text"}
// {"level":"INFO","msg":"pointers","p":{},"np":null,"x":"!PANIC: boom"}
// {"level":"INFO","msg":"values","user":{"id":7,"name":"***"},"pw":"***"}
// {"level":"INFO","msg":"groups","g":{"a":1,"h":{"b":2}},"inline":3,"after":4}
// {"level":"INFO","msg":"bad args","!BADKEY":"lonely"}
// {"level":"INFO","msg":"worse args","!BADKEY":1,"!BADKEY":2.5,"ok":1,"!BADKEY":"k"}
// {"level":"INFO+2","msg":"between"}
// {"level":"WARN+3","msg":"attrs","t":"2024-02-29T12:30:45.123456789Z","d":3600000000000,"u":18446744073709551615,"f":0.1,"b":false}
// {"level":"INFO","msg":"with","service":"api","n":1,"x":1}
// {"level":"INFO","msg":"in group","service":"api","n":1,"req":{"id":9,"path":"/","more":{"z":26}}}
// {"level":"INFO","msg":"no more attributes","service":"api","n":1,"req":{"id":9}}
// {"level":"INFO","msg":"deeper","service":"api","n":1,"req":{"id":9,"a":{"b":{"c":1}}}}
// {"level":"INFO","msg":"nothing there","service":"api","n":1,"req":{"id":9}}
// {"level":"INFO","msg":"still nothing","service":"api","n":1,"req":{"id":9}}
// {"level":"INFO","msg":"alone"}
// severity=DEBUG+1 at="slog_text_and_json.go main.main" msg=replaced password="hidden in []"
// severity=INFO+1 at="slog_text_and_json.go main.main" msg="in a group" g.password="hidden in [g]" g.h.password="hidden in [g h]"
// false LevelVar(ERROR)
// DEBUG-6 "DEBUG-6" true <nil>; DEBUG "DEBUG" true <nil>; DEBUG+3 "DEBUG+3" true <nil>; INFO "INFO" true <nil>; INFO+3 "INFO+3" true <nil>; WARN "WARN" true <nil>; WARN+3 "WARN+3" true <nil>; ERROR "ERROR" true <nil>; ERROR+12 "ERROR+12" true <nil>; <nil> INFO+3 slog: level string "LOUD": unknown name slog: level string "INFO+x": strconv.Atoi: parsing "+x": invalid syntax
// level=INFO msg="by hand" a=1 b=2 d=4
// {"level":"INFO","msg":"by hand","a":1,"b":2,"d":4}
// <nil> 3 3
// level=INFO msg="by hand" m.w=1 m.a=1 m.b=2 m.c=3
// {"level":"INFO","msg":"by hand","m":{"w":1,"a":1,"b":2,"c":"3"}}
// LogValue called too many times on Value of type main.loop Any Uint64 k=1 true
// Value kind is String, not Int64
