package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 29, 13, 4, 5, 678900000, time.UTC)
	fmt.Println(t)
	fmt.Println(t.Format(time.RFC3339), t.Format(time.RFC3339Nano), t.Format(time.Kitchen))
	fmt.Println(t.Format("Mon Jan _2 15:04:05.000 2006"), t.Format("2006-01-02"), t.Format("02/01/06 03:04PM"))
	fmt.Println(t.Year(), t.Month(), t.Day(), t.Weekday(), t.YearDay(), t.Hour(), t.Nanosecond())
	fmt.Println(t.Unix(), t.UnixMilli(), time.Unix(0, 0).UTC())
	u := t.Add(36 * time.Hour)
	fmt.Println(u.Sub(t), u.After(t), t.Before(u), t.Equal(t.Add(0)), t.Compare(u))
	fmt.Println(t.AddDate(1, 0, 0).Format(time.DateOnly), t.AddDate(0, 1, 1).Format(time.DateTime))
	fmt.Println(t.Truncate(time.Hour).Format(time.TimeOnly), t.Round(time.Second).Second())
	p, err := time.Parse("2006-01-02 15:04", "2023-12-25 08:30")
	fmt.Println(p, err)
	_, err = time.Parse(time.RFC3339, "yesterday")
	fmt.Println(err)
	_, err = time.Parse("2006-01-02", "2023-02-30")
	fmt.Println(err)
	var zero time.Time
	fmt.Println(zero, zero.IsZero())
}

// Output:
// 2024-02-29 13:04:05.6789 +0000 UTC
// 2024-02-29T13:04:05Z 2024-02-29T13:04:05.6789Z 1:04PM
// Thu Feb 29 13:04:05.678 2024 2024-02-29 29/02/24 01:04PM
// 2024 February 29 Thursday 60 13 678900000
// 1709211845 1709211845678 1970-01-01 00:00:00 +0000 UTC
// 36h0m0s true true true -1
// 2025-03-01 2024-03-30 13:04:05
// 13:00:00 6
// 2023-12-25 08:30:00 +0000 UTC <nil>
// parsing time "yesterday" as "2006-01-02T15:04:05Z07:00": cannot parse "yesterday" as "2006"
// parsing time "2023-02-30": day out of range
// 0001-01-01 00:00:00 +0000 UTC true
