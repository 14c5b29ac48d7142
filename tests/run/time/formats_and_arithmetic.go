package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2023, time.February, 28, 23, 59, 58, 123456789, time.UTC)
	for _, l := range []string{time.ANSIC, time.RFC822Z, time.RFC1123, time.RFC3339Nano, time.Kitchen, time.StampMicro, "2006-002 .000 05,999 _2 Mon Jan 3PM -07 MST", "06/1/2 15h4m5s", time.DateTime} {
		fmt.Println(t.Format(l))
	}
	for _, c := range [][2]string{{time.RFC3339, "2024-02-29T12:30:00+02:00"}, {time.RFC3339, "2023-02-29T12:30:00Z"}, {"Jan _2 2006", "Feb  3 2013"}, {"15:04", "25:00"}, {"2006-01-02", "2020-1-2"}, {time.RFC1123Z, "Tue, 10 Nov 2009 23:00:00 -0500"}, {"3:04pm", "7:15AM"}, {"3:04PM", "7:15PM"}, {"2006-01-02 x", "2020-01-02 y"}} {
		p, err := time.Parse(c[0], c[1])
		fmt.Println(p, err)
	}
	fmt.Println(t.AddDate(0, 0, 1), t.AddDate(1, 0, 1), t.AddDate(0, 1, 3).Format(time.DateOnly), t.AddDate(-3, -1, 0).YearDay())
	fmt.Println(time.Date(2024, 14, -3, 25, 61, 0, -1, time.UTC), t.Truncate(time.Hour), t.Round(time.Hour).Format(time.TimeOnly))
	u := t.Add(36*time.Hour + 500*time.Millisecond)
	fmt.Println(u.Sub(t), t.Sub(u), u.After(t), t.Equal(t.In(time.FixedZone("X", 3600))), t == t.In(time.FixedZone("X", 3600)), t.Compare(u))
	y, w := t.ISOWeek()
	fmt.Println(y, w, t.Weekday(), t.YearDay(), t.Unix(), t.UnixMilli(), t.UnixNano(), time.Unix(1e9, 5).UTC(), time.UnixMilli(-1).UTC())
	for _, d := range []time.Duration{0, 1, 1500, time.Millisecond * 1500, -time.Minute * 90, 25 * time.Hour, 1<<63 - 1, -1 << 63} {
		fmt.Println(d, d.Round(time.Second), d.Truncate(time.Minute), d.Hours(), d.Milliseconds(), d.Abs())
	}
	for _, s := range []string{"1h30m", "-1.5s", "2h45", "1d", "", ".5ms", "3us2ns", "9999999h", "+5m"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	z := time.FixedZone("NST", -(3*3600 + 1800))
	v := t.In(z)
	name, off := v.Zone()
	fmt.Println(v, name, off, v.Location(), v.Day(), time.Time{}.IsZero(), time.Time{})
	fmt.Println(time.Month(13), time.Weekday(8), time.January, time.Saturday)
	b, _ := t.MarshalText()
	var back time.Time
	fmt.Println(string(b), back.UnmarshalText(b), back.Equal(t), back.UnmarshalText([]byte("x")))
	fmt.Printf("%v %s %d %q\n", time.Second, time.Minute, time.Hour, time.Millisecond)
	var d time.Duration = 2
	fmt.Println(d*time.Second, time.Second*2/3, time.Duration(1.5*float64(time.Second)), d.String())
}
