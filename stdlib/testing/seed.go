package testing

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// seedVersion is the first line of a file with a seed. Each other line is one argument, as a conversion of a literal.
const seedVersion = "go test fuzz v1"

// malformed is what is wrong with files of seeds.
type malformed []string

func (m malformed) Error() string { return strings.Join(m, "\n") }

func parseSeed(data []byte) (args []any, err error) {
	if len(data) == 0 {
		return nil, errors.New("cannot unmarshal empty string")
	}
	lines := strings.Split(string(data), "\n")
	if len(lines) < 2 {
		return nil, errors.New("must include version and at least one value")
	}
	if v := strings.TrimSuffix(lines[0], "\r"); v != seedVersion {
		return nil, errors.New("unknown encoding version: " + v)
	}
	for _, line := range lines[1:] {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		arg, err := parseArg(line)
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", line, err)
		}
		args = append(args, arg)
	}
	return args, nil
}

// parseArg parses "type(literal)".
func parseArg(line string) (any, error) {
	typ, lit, ok := strings.Cut(line, "(")
	if lit, ok = strings.CutSuffix(lit, ")"); !ok {
		return nil, errors.New("expected call expression")
	}
	typ, lit = strings.TrimSpace(typ), strings.TrimSpace(lit)
	switch typ {
	case "[]byte", "string":
		if lit == "" || lit[0] != '"' && lit[0] != '`' {
			if typ == "string" {
				return nil, errors.New("string literal value required for type string")
			}
			return nil, errors.New("string literal required for type []byte")
		}
		s, err := strconv.Unquote(lit)
		if err == nil && typ == "[]byte" {
			return []byte(s), nil
		}
		return s, err
	case "bool":
		if lit != "true" && lit != "false" {
			return nil, errors.New("true or false required for type bool")
		}
		return lit == "true", nil
	case "byte", "rune":
		return parseCharacter(typ, lit)
	case "float32":
		x, err := parseFloat(lit, 32)
		return float32(x), err
	case "float64":
		return parseFloat(lit, 64)
	case "math.Float32frombits":
		n, err := strconv.ParseUint(lit, 0, 32)
		return math.Float32frombits(uint32(n)), err
	case "math.Float64frombits":
		n, err := strconv.ParseUint(lit, 0, 64)
		return math.Float64frombits(n), err
	}
	return parseInteger(typ, lit)
}

func parseFloat(lit string, bits int) (float64, error) {
	x, err := strconv.ParseFloat(lit, bits)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return 0, fmt.Errorf("float or integer literal required for float%d type", bits)
	}
	return x, err
}

// parseCharacter is a byte or a rune, which may also be numbers.
func parseCharacter(typ, lit string) (any, error) {
	n := len(lit)
	if n > 0 && lit[0] != '\'' {
		if typ == "byte" {
			return parseInteger("uint8", lit)
		}
		return parseInteger("int32", lit)
	}
	if n < 2 || lit[n-1] != '\'' {
		return nil, errors.New("malformed character literal, missing single quotes")
	}
	r, _, _, err := strconv.UnquoteChar(lit[1:n-1], '\'')
	switch {
	case err != nil:
		return nil, err
	case typ == "rune":
		return r, nil
	case r > 255:
		return nil, errors.New("can only encode single byte to a byte type")
	}
	return byte(r), nil
}

func parseInteger(typ, lit string) (any, error) {
	width, unsigned := strings.CutPrefix(typ, "u")
	width, ok := strings.CutPrefix(width, "int")
	bits := 64
	if width != "" {
		var err error
		bits, err = strconv.Atoi(width)
		ok = ok && err == nil && (bits == 8 || bits == 16 || bits == 32 || bits == 64)
	}
	if !ok {
		return nil, errors.New("expected []byte or primitive type")
	}
	if unsigned {
		n, err := strconv.ParseUint(lit, 0, bits)
		switch typ {
		case "uint":
			return uint(n), err
		case "uint8":
			return uint8(n), err
		case "uint16":
			return uint16(n), err
		case "uint32":
			return uint32(n), err
		}
		return n, err
	}
	n, err := strconv.ParseInt(lit, 0, bits)
	switch typ {
	case "int":
		return int(n), err
	case "int8":
		return int8(n), err
	case "int16":
		return int16(n), err
	case "int32":
		return int32(n), err
	}
	return n, err
}
