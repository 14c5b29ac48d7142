package main

func main() {
	c := make(chan int)
loop:
	for {
		select {
		case <-c:
			break loop
		case <-c:
			continue
		default:
			func() {
				break loop
				continue
				goto loop
				break
			}()
		}
	}
sel:
	select {
	case <-c:
		continue sel
	default:
		break sel
	}
blk:
	{
		break blk
		continue blk
	}
sw:
	switch {
	case true:
		continue
		continue sw
		fallthrough
	case false:
		if true {
			fallthrough
		}
		break sw
	default:
		fallthrough
	}
	switch any(1).(type) {
	case int:
		fallthrough
	default:
	}
	select {
	case <-c:
		fallthrough
	default:
	}
	goto inside
	{
	inside:
	}
	goto over
	x := 1
	_ = x
over:
	goto missing
unused:
dup:
dup:
	for range 3 {
		defer func() { break }()
		go func() { continue }()
	}
	if true {
		break
	}
	for range func(func() bool) {} {
		break missing2
		goto sel
	}
	fallthrough
}

// Errors:
// 14:11: break label not defined: loop
// 15:5: continue is not in a loop
// 16:10: label loop not defined
// 17:5: break is not in a loop, switch, or select
// 24:12: invalid continue label sel
// 30:9: invalid break label blk
// 31:12: invalid continue label blk
// 36:3: continue is not in a loop
// 37:12: invalid continue label sw
// 41:4: fallthrough statement out of place
// 45:3: cannot fallthrough final case in switch
// 49:3: cannot fallthrough in type switch
// 54:3: fallthrough statement out of place
// 57:7: goto inside jumps into block starting at ./labels_and_jumps_in_select_and_closures.go:58:2
// 61:7: goto over jumps over declaration of x at ./labels_and_jumps_in_select_and_closures.go:62:4
// 65:7: label missing not defined
// 66:1: label unused defined and not used
// 67:1: label dup defined and not used
// 68:1: label dup already defined at ./labels_and_jumps_in_select_and_closures.go:67:1
// 70:18: break is not in a loop, switch, or select
// 71:15: continue is not in a loop
// 74:3: break is not in a loop, switch, or select
// 77:9: break label not defined: missing2
// 80:2: fallthrough statement out of place
