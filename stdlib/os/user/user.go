// Package user looks up users and groups in /etc/passwd and /etc/group.
package user

import (
	"bufio"
	"errors"
	"os"
	"strconv"
	"strings"
)

// User is an account.
type User struct {
	Uid      string // number
	Gid      string // number of the primary group
	Username string
	Name     string // for people
	HomeDir  string
}

// Group is a group of users.
type Group struct {
	Gid  string
	Name string
}

// UnknownUserIdError is the error of LookupId.
type UnknownUserIdError int

func (e UnknownUserIdError) Error() string { return "user: unknown userid " + strconv.Itoa(int(e)) }

// UnknownUserError is the error of Lookup.
type UnknownUserError string

func (e UnknownUserError) Error() string { return "user: unknown user " + string(e) }

// UnknownGroupIdError is the error of LookupGroupId.
type UnknownGroupIdError string

func (e UnknownGroupIdError) Error() string { return "group: unknown groupid " + string(e) }

// UnknownGroupError is the error of LookupGroup.
type UnknownGroupError string

func (e UnknownGroupError) Error() string { return "group: unknown group " + string(e) }

// find is the first line of a table of which match is true, in its parts.
func find(table string, parts int, match func([]string) bool) ([]string, error) {
	f, err := os.Open(table)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := strings.Split(lines.Text(), ":")
		if len(line) >= parts && !strings.HasPrefix(line[0], "#") && match(line) {
			return line, nil
		}
	}
	return nil, lines.Err()
}

func lookup(match func([]string) bool, unknown error) (*User, error) {
	line, err := find("/etc/passwd", 6, match)
	switch {
	case err != nil:
		return nil, err
	case line == nil:
		return nil, unknown
	}
	name, _, _ := strings.Cut(line[4], ",")
	return &User{Uid: line[2], Gid: line[3], Username: line[0], Name: name, HomeDir: line[5]}, nil
}

// Current is the user this process runs as.
func Current() (*User, error) {
	uid := strconv.Itoa(os.Getuid())
	if u, err := LookupId(uid); err == nil {
		return u, nil
	}
	u := &User{Uid: uid, Gid: strconv.Itoa(os.Getgid()), Username: os.Getenv("USER"), HomeDir: os.Getenv("HOME")}
	if u.Username == "" || u.HomeDir == "" {
		return u, errors.New("user: Current requires cgo or $USER, $HOME set in environment")
	}
	return u, nil
}

// Lookup is the user of that name.
func Lookup(username string) (*User, error) {
	return lookup(func(l []string) bool { return l[0] == username }, UnknownUserError(username))
}

// LookupId is the user of that number.
func LookupId(uid string) (*User, error) {
	n, err := strconv.Atoi(uid)
	if err != nil {
		return nil, err
	}
	return lookup(func(l []string) bool { return l[2] == uid }, UnknownUserIdError(n))
}

func lookupGroup(match func([]string) bool, unknown error) (*Group, error) {
	line, err := find("/etc/group", 3, match)
	switch {
	case err != nil:
		return nil, err
	case line == nil:
		return nil, unknown
	}
	return &Group{Gid: line[2], Name: line[0]}, nil
}

// LookupGroup is the group of that name.
func LookupGroup(name string) (*Group, error) {
	return lookupGroup(func(l []string) bool { return l[0] == name }, UnknownGroupError(name))
}

// LookupGroupId is the group of that number.
func LookupGroupId(gid string) (*Group, error) {
	return lookupGroup(func(l []string) bool { return l[2] == gid }, UnknownGroupIdError(gid))
}

// GroupIds are the numbers of the groups the user is in, the primary one first.
func (u *User) GroupIds() ([]string, error) {
	ids := []string{u.Gid}
	_, err := find("/etc/group", 4, func(l []string) bool {
		for member := range strings.SplitSeq(l[3], ",") {
			if member == u.Username && l[2] != u.Gid {
				ids = append(ids, l[2])
			}
		}
		return false
	})
	return ids, err
}
