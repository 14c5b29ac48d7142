// Package unicode knows properties of code points. The tables themselves are in the machine; a
// RangeTable of this package names one of them.
package unicode

// Numbers of code points.
const (
	MaxRune         = '\U0010FFFF'
	ReplacementChar = '\uFFFD'
	MaxASCII        = '\u007F'
	MaxLatin1       = '\u00FF'
)

// Version is the edition of Unicode.
const Version = "17.0.0"

// UpperCase, LowerCase and TitleCase are what To can map to.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower in a CaseRange's Delta stands for alternating upper and lower case.
const UpperLower = MaxRune + 1

// RangeTable is a set of code points. One that this package made has an id instead of ranges.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
	id          int
}

// Range16 is a range of small code points with a stride.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is a range of code points with a stride.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// CaseRange is a range with one mapping of case: what to add for each of the cases.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

type d [MaxCase]rune

// SpecialCase is case mappings of a language.
type SpecialCase []CaseRange

// isTable reports whether r is in the table with that id.
func isTable(id int, r rune) bool

func IsControl(r rune) bool { return r < 0x20 && r >= 0 || 0x7F <= r && r < 0xA0 }

// IsDigit, IsGraphic and so on: whether r is in such a category.
func IsDigit(r rune) bool
func IsGraphic(r rune) bool
func IsLetter(r rune) bool
func IsLower(r rune) bool
func IsMark(r rune) bool
func IsNumber(r rune) bool
func IsPrint(r rune) bool
func IsPunct(r rune) bool
func IsSpace(r rune) bool
func IsSymbol(r rune) bool
func IsTitle(r rune) bool
func IsUpper(r rune) bool

// ToUpper, ToLower and ToTitle map r to a case.
func ToUpper(r rune) rune
func ToLower(r rune) rune
func ToTitle(r rune) rune

// SimpleFold is the next code point that equals r but for case, going around.
func SimpleFold(r rune) rune

// To maps r to the case.
func To(_case int, r rune) rune {
	switch _case {
	case UpperCase:
		return ToUpper(r)
	case LowerCase:
		return ToLower(r)
	case TitleCase:
		return ToTitle(r)
	}
	return ReplacementChar
}

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if rangeTab.id != 0 {
		return isTable(rangeTab.id, r)
	}
	for _, x := range rangeTab.R16 {
		if lo, hi := rune(x.Lo), rune(x.Hi); lo <= r && r <= hi {
			return x.Stride == 1 || (r-lo)%rune(x.Stride) == 0
		}
	}
	for _, x := range rangeTab.R32 {
		if lo, hi := rune(x.Lo), rune(x.Hi); lo <= r && r <= hi {
			return x.Stride == 1 || (r-lo)%rune(x.Stride) == 0
		}
	}
	return false
}

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool {
	for _, table := range ranges {
		if Is(table, r) {
			return true
		}
	}
	return false
}

// IsOneOf is In.
func IsOneOf(ranges []*RangeTable, r rune) bool { return In(r, ranges...) }

func (special SpecialCase) to(_case int, r rune) (rune, bool) {
	for _, c := range special {
		if rune(c.Lo) <= r && r <= rune(c.Hi) {
			delta := c.Delta[_case]
			if delta > MaxRune {
				return rune(c.Lo) + ((r-rune(c.Lo))&^1 | rune(_case&1)), true
			}
			return r + delta, true
		}
	}
	return r, false
}

// ToUpper maps r to upper case.
func (special SpecialCase) ToUpper(r rune) rune {
	if m, ok := special.to(UpperCase, r); ok {
		return m
	}
	return ToUpper(r)
}

// ToLower maps r to lower case.
func (special SpecialCase) ToLower(r rune) rune {
	if m, ok := special.to(LowerCase, r); ok {
		return m
	}
	return ToLower(r)
}

// ToTitle maps r to title case.
func (special SpecialCase) ToTitle(r rune) rune {
	if m, ok := special.to(TitleCase, r); ok {
		return m
	}
	return ToTitle(r)
}

// TurkishCase is the case mappings of Turkish, AzeriCase those of Azeri.
var (
	TurkishCase SpecialCase = SpecialCase{
		{0x49, 0x49, d{0, 0x131 - 0x49, 0}},
		{0x69, 0x69, d{0x130 - 0x69, 0, 0x130 - 0x69}},
		{0x130, 0x130, d{0, 0x69 - 0x130, 0}},
		{0x131, 0x131, d{0x49 - 0x131, 0, 0x49 - 0x131}},
	}
	AzeriCase SpecialCase = TurkishCase
)
