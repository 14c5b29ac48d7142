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

// Output:
// Tue Feb 28 23:59:58 2023
// 28 Feb 23 23:59 +0000
// Tue, 28 Feb 2023 23:59:58 UTC
// 2023-02-28T23:59:58.123456789Z
// 11:59PM
// Feb 28 23:59:58.123456
// 2023-059 .123 58,123 28 Tue Feb 11PM +00 UTC
// 23/2/28 23h59m58s
// 2023-02-28 23:59:58
// 2024-02-29 12:30:00 +0200 +0200 <nil>
// 0001-01-01 00:00:00 +0000 UTC parsing time "2023-02-29T12:30:00Z": day out of range
// 2013-02-03 00:00:00 +0000 UTC <nil>
// 0001-01-01 00:00:00 +0000 UTC parsing time "25:00": hour out of range
// 0001-01-01 00:00:00 +0000 UTC parsing time "2020-1-2" as "2006-01-02": cannot parse "1-2" as "01"
// 2009-11-10 23:00:00 -0500 -0500 <nil>
// 0001-01-01 00:00:00 +0000 UTC parsing time "7:15AM" as "3:04pm": cannot parse "AM" as "pm"
// 0000-01-01 19:15:00 +0000 UTC <nil>
// 0001-01-01 00:00:00 +0000 UTC parsing time "2020-01-02 y" as "2006-01-02 x": cannot parse "y" as " x"
// 2023-03-01 23:59:58.123456789 +0000 UTC 2024-02-29 23:59:58.123456789 +0000 UTC 2023-03-31 28
// 2025-01-29 02:00:59.999999999 +0000 UTC 2023-02-28 23:00:00 +0000 UTC 00:00:00
// 36h0m0.5s -36h0m0.5s true true false -1
// 2023 9 Tuesday 59 1677628798 1677628798123 1677628798123456789 2001-09-09 01:46:40.000000005 +0000 UTC 1969-12-31 23:59:59.999 +0000 UTC
// 0s 0s 0s 0 0 0s
// 1ns 0s 0s 2.777777777777778e-13 0 1ns
// 1.5µs 0s 0s 4.166666666666667e-10 0 1.5µs
// 1.5s 2s 0s 0.0004166666666666667 1500 1.5s
// -1h30m0s -1h30m0s -1h30m0s -1.5 -5400000 1h30m0s
// 25h0m0s 25h0m0s 25h0m0s 25 90000000 25h0m0s
// 2562047h47m16.854775807s 2562047h47m16.854775807s 2562047h47m0s 2.5620477880152157e+06 9223372036854 2562047h47m16.854775807s
// -2562047h47m16.854775808s -2562047h47m16.854775808s -2562047h47m0s -2.5620477880152157e+06 -9223372036854 2562047h47m16.854775807s
// 1h30m0s <nil>
// -1.5s <nil>
// 0s time: missing unit in duration "2h45"
// 0s time: unknown unit "d" in duration "1d"
// 0s time: invalid duration ""
// 500µs <nil>
// 3.002µs <nil>
// 0s time: invalid duration "9999999h"
// 5m0s <nil>
// 2023-02-28 20:29:58.123456789 -0330 NST NST -12600 NST 28 true 0001-01-01 00:00:00 +0000 UTC
// %!Month(13) %!Weekday(8) January Saturday
// 2023-02-28T23:59:58.123456789Z <nil> true parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"
// 1s 1m0s 3600000000000 "1ms"
// 2s 666.666666ms 1.5s 2ns
