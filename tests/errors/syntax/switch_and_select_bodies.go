package main

func main() {
	switch x {
		/* ERROR "syntax error: unexpected name foo, expected case or default or }" */ foo()
	/* ERROR "syntax error: unexpected keyword case, expected :" */ case 1
		bar()
	}
	select {
	default
	/* ERROR "syntax error: unexpected }, expected :" */ }
	switch {
	case/* ERROR "syntax error: unexpected :, expected expression" */ :
	/* ERROR "syntax error: unexpected }, expected :" */ }
}
