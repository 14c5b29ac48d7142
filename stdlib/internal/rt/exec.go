package rt

// Spawn starts a program with these arguments (the first is its name), environment and current directory ("": this one). fds[i]
// becomes its descriptor i, -1 is closed. Flags: 1 sets the process group to pgid, 2 begins a session.
func Spawn(path string, argv, env []string, dir string, fds []int, flags, pgid int) (pid, errno int)

// WaitProcess waits until a process has ended: its status as wait(2) gives it, and the times it took in nanoseconds.
func WaitProcess(pid int) (status, user, system int64, errno int)
