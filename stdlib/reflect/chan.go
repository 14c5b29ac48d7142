package reflect

// dirOf is a channel's direction: 0 both, 1 send, 2 receive.
func dirOf(v Value) int {
	_, _, dir := typeFacts(typeOfValue(v))
	return dir
}

// payload is x as the slots of what the channel v carries.
func (v Value) payload(x Value, name string) slots {
	v.mustBe(Chan, name)
	v.mustBeExported(name)
	if dirOf(v) == 2 {
		panic("reflect: send on recv-only channel")
	}
	x.mustBeExported(name)
	e := typeElem(typeOfValue(v))
	return slotsOf(x.assignTo("reflect.Value.Send", e), e)
}

// Send sends x on the channel v, waiting if need be.
func (v Value) Send(x Value) { chanSend(v, v.payload(x, "Send")) }

// TrySend sends x if that needs no waiting, and reports whether it did.
func (v Value) TrySend(x Value) bool { return chanTrySend(v, v.payload(x, "TrySend")) }

func (v Value) mustReceive(name string) {
	v.mustBe(Chan, name)
	v.mustBeExported(name)
	if dirOf(v) == 1 {
		panic("reflect: recv on send-only channel")
	}
}

// Recv receives from the channel v, waiting if need be; false, and the zero value: it is closed.
func (v Value) Recv() (x Value, ok bool) {
	v.mustReceive("Recv")
	s, ok := chanRecv(v)
	return received(v, s, ok), ok
}

// TryRecv receives if that needs no waiting; otherwise x is the zero Value.
func (v Value) TryRecv() (x Value, ok bool) {
	v.mustReceive("TryRecv")
	s, ok, waits := chanTryRecv(v)
	if waits {
		return Value{}, false
	}
	return received(v, s, ok), ok
}

func received(c Value, s slots, ok bool) Value {
	e := typeElem(typeOfValue(c))
	if !ok {
		return zeroOf(e)
	}
	return fromSlots(e, s)
}

// Close closes the channel v.
func (v Value) Close() {
	v.mustBe(Chan, "Close")
	v.mustBeExported("Close")
	if dirOf(v) == 2 {
		panic("reflect: close of receive-only channel")
	}
	chanClose(v)
}

// SelectDir is the sort of a SelectCase.
type SelectDir int

// Sorts of cases.
const (
	_             SelectDir = iota
	SelectSend              // case Chan <- Send
	SelectRecv              // case <-Chan:
	SelectDefault           // default
)

// SelectCase is a case of Select. Of cases with the zero Value as Chan none is ever taken.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// Select does what a select statement with these cases does: the number of the case taken and, of a receive, what came.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	const most = 6500
	if len(cases) > most {
		panic("reflect.Select: golite does not support so many cases")
	}
	buf := newCases(len(cases))
	byDefault := -1
	var numbers []int
	for i, c := range cases {
		k := len(numbers)
		switch c.Dir {
		default:
			panic("reflect.Select: invalid Dir")
		case SelectDefault:
			if byDefault >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
			byDefault = i
			continue
		case SelectSend:
			if !c.Chan.IsValid() {
				continue
			}
			c.Chan.mustBe(Chan, "")
			c.Chan.mustBeExported("")
			if dirOf(c.Chan) == 2 {
				panic("reflect.Select: SendDir case using recv-only channel")
			}
			if !c.Send.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			c.Send.mustBeExported("")
			e := typeElem(typeOfValue(c.Chan))
			setCase(buf, k, true, c.Chan, slotsOf(c.Send.assignTo("reflect.Select", e), e))
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if !c.Chan.IsValid() {
				continue
			}
			c.Chan.mustBe(Chan, "")
			c.Chan.mustBeExported("")
			if dirOf(c.Chan) == 1 {
				panic("reflect.Select: RecvDir case using send-only channel")
			}
			setCase(buf, k, false, c.Chan, slots{})
		}
		numbers = append(numbers, i)
	}
	k, ok := selectGo(buf, len(numbers), byDefault >= 0)
	if k < 0 {
		return byDefault, Value{}, false
	}
	chosen = numbers[k]
	c := cases[chosen]
	if c.Dir == SelectSend {
		return chosen, Value{}, false
	}
	return chosen, received(c.Chan, caseSlots(buf, k), ok), ok
}
