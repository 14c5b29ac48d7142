//! The machine behind the prompt: evaluations that share globals, are interrupted, panic, deadlock; programs that grow.
//!
//! Each test lowers one Go program whose functions named `E...` are the evaluations; a table of function values keeps
//! them from being left out.

use golite::bytecode::{Extension, FuncId, Program};
use golite::driver::config::Config;
use golite::driver::front::{Front, Purpose, Session, with_deep_stack};
use golite::heap::HeapConfig;
use golite::natives;
use golite::vm::live::{Ended, Live};
use golite::vm::{Host, VmConfig};
use libtest_mimic::Trial;
use std::path::PathBuf;
use std::sync::atomic::{AtomicI32, AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

pub fn trials() -> Vec<Trial> {
    let mut all = Vec::new();
    let tests: [(&str, fn(usize, bool)); 13] = [
        ("globals_are_shared", globals_are_shared),
        ("background", background),
        ("interrupt", interrupt),
        ("interrupt_undoes_waits", interrupt_undoes_waits),
        ("second_interrupt_cuts", second_interrupt_cuts),
        ("panics", panics),
        ("deadlocks", deadlocks),
        ("fatal_errors", fatal_errors),
        ("out_of_memory", out_of_memory),
        ("exit", exit),
        ("methods_come_later", methods_come_later),
        ("many_extensions", many_extensions),
        ("listings", listings),
    ];
    for (name, test) in tests {
        for (how, procs, stress) in [("p1", 1, false), ("p4", 4, false), ("stress", 2, true)] {
            all.push(Trial::test(format!("live/{name}/{how}"), move || {
                test(procs, stress);
                Ok(())
            }));
        }
    }
    all
}

fn lower(source: &str) -> Program {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let dir = std::env::temp_dir().join(format!(
        "golite-live-{}-{}",
        std::process::id(),
        NUMBER.fetch_add(1, SeqCst)
    ));
    std::fs::create_dir_all(&dir).unwrap();
    let path: PathBuf = dir.join("main.go");
    std::fs::write(&path, source).unwrap();
    let program = with_deep_stack(|| {
        let session = Session::default();
        let config = Config::default();
        let mut front = Front::new(&session, &config, Purpose::Run);
        front.check(&[path]).unwrap();
        let found: Vec<_> = front.diagnostics.iter().map(|d| format!("{d:?}")).collect();
        assert!(found.is_empty(), "{found:?}");
        front.lower().unwrap_or_else(|e| panic!("{e:?}"))
    });
    std::fs::remove_dir_all(&dir).unwrap();
    program
}

type Text = Arc<Mutex<String>>;

struct Machine {
    live: Live,
    names: Vec<(String, FuncId)>,
    out: Text,
    reports: Text,
    exited: Arc<AtomicI32>,
}

fn names(p: &Program) -> Vec<(String, FuncId)> {
    let named = p.funcs.iter().enumerate();
    named
        .map(|(i, f)| (f.name.to_string(), FuncId(i as u32)))
        .collect()
}

fn into(t: &Text) -> Box<dyn Fn(&[u8]) + Send + Sync> {
    let t = t.clone();
    Box::new(move |b| t.lock().unwrap().push_str(&String::from_utf8_lossy(b)))
}

impl Machine {
    fn of(source: &str, procs: usize, stress: bool) -> Machine {
        Machine::start(lower(source), procs, stress)
    }

    fn start(program: Program, procs: usize, stress: bool) -> Machine {
        Machine::with_memory(program, procs, stress, usize::MAX)
    }

    fn with_memory(program: Program, procs: usize, stress: bool, max_memory: usize) -> Machine {
        let names = names(&program);
        let (out, reports) = (Text::default(), Text::default());
        let exited = Arc::new(AtomicI32::new(-1));
        let (r, e) = (reports.clone(), exited.clone());
        let config = VmConfig {
            heap: HeapConfig {
                reserve: 4 << 30,
                stress,
                max_memory,
                ..HeapConfig::default()
            },
            procs,
            host: Host {
                state: Some(Box::new(natives::rt_os::Os::of_host())),
                stdout: Some(into(&out)),
                stderr: Some(into(&out)),
                report: Some(Box::new(move |t| r.lock().unwrap().push_str(t))),
                exited: Some(Box::new(move |c| e.store(c, SeqCst))),
                ..Host::default()
            },
            timer_value: Some(natives::timer_value),
            ..VmConfig::default()
        };
        let (live, ended) = Live::start(program, &natives::find, config).unwrap();
        assert_eq!(ended, Ended::Done);
        Machine {
            live,
            names,
            out,
            reports,
            exited,
        }
    }

    fn func(&self, name: &str) -> FuncId {
        let name = format!("main.{name}");
        let found = self.names.iter().find(|(n, _)| *n == name);
        found.unwrap_or_else(|| panic!("no {name}")).1
    }

    fn eval(&self, name: &str) -> Ended {
        self.live.eval(self.func(name))
    }

    /// Evaluates something that ends by itself, and gives what it printed.
    fn says(&self, name: &str) -> String {
        self.out.lock().unwrap().clear();
        assert_eq!(self.eval(name), Ended::Done, "{name}");
        std::mem::take(&mut *self.out.lock().unwrap())
    }

    /// Evaluates something that does not end, interrupts it after `ms`; how long that took.
    fn interrupt(&self, name: &str, ms: u64) -> Duration {
        let f = self.func(name);
        let interrupter = self.live.interrupter();
        std::thread::scope(|s| {
            let t = s.spawn(move || {
                std::thread::sleep(Duration::from_millis(ms));
                let began = Instant::now();
                interrupter.interrupt();
                began
            });
            let ended = self.live.eval(f);
            let end = Instant::now();
            assert_eq!(ended, Ended::Interrupted, "{name}");
            end.duration_since(t.join().unwrap())
        })
    }
}

/// Waits until something becomes true in the background.
fn until(what: &str, mut ready: impl FnMut() -> bool) {
    let began = Instant::now();
    while !ready() {
        assert!(began.elapsed() < Duration::from_secs(20), "{what}");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn globals_are_shared(procs: usize, stress: bool) {
    let m = Machine::of(
        r#"package main
import "fmt"
var n int
var words = []string{"a"}
var ages = map[string]int{}
func EAdd() { n++; words = append(words, fmt.Sprint("w", n)); ages[words[n]] = n }
func EShow() { fmt.Println(n, words, ages) }
var keep = []func(){EAdd, EShow}
func main() {}
"#,
        procs,
        stress,
    );
    assert_eq!(m.says("EShow"), "0 [a] map[]\n");
    for _ in 0..3 {
        m.says("EAdd");
    }
    assert_eq!(m.says("EShow"), "3 [a w1 w2 w3] map[w1:1 w2:2 w3:3]\n");
    for _ in 0..200 {
        m.says("EAdd");
    }
    assert!(m.says("EShow").starts_with("203 [a w1 "));
}

const BACKGROUND: &str = r#"package main
import ("fmt"; "sync/atomic"; "time")
var ticks atomic.Int64
var stop = make(chan bool)
var requests = make(chan int)
var replies = make(chan int)
func EStart() {
	go func() {
		t := time.NewTicker(2 * time.Millisecond)
		defer t.Stop()
		for {
			select {
			case <-t.C: ticks.Add(1)
			case <-stop: return
			}
		}
	}()
	go func() { for r := range requests { replies <- r * r } }()
}
func ETicks() { fmt.Print(ticks.Load()) }
func EAsk() { requests <- 7; fmt.Print(<-replies) }
func EStop() { stop <- true }
func ELoose() { time.AfterFunc(5 * time.Millisecond, func() { fmt.Print("later") }) }
var keep = []func(){EStart, ETicks, EAsk, EStop, ELoose}
func main() {}
"#;

fn background(procs: usize, stress: bool) {
    let m = Machine::of(BACKGROUND, procs, stress);
    m.says("EStart");
    until("the ticker goes on between evaluations", || {
        m.says("ETicks").parse::<i64>().unwrap() > 20
    });
    assert_eq!(m.says("EAsk"), "49");
    m.says("EStop");
    let stopped = m.says("ETicks");
    std::thread::sleep(Duration::from_millis(20));
    assert_eq!(m.says("ETicks"), stopped);
    assert_eq!(m.says("EAsk"), "49");
    m.says("ELoose");
    until("a timer fires while nothing is evaluated", || {
        m.out.lock().unwrap().contains("later")
    });
}

/// Everything that can be interrupted; each has a deferred call that counts.
const ENDLESS: &str = r#"package main
import ("fmt"; "os"; "sort"; "strings"; "sync"; "time")
var ended int
func count() { ended++ }
func EEnded() { fmt.Print(ended) }

func ESpin() { defer count(); for {} }
func fib(n int) int { if n < 2 { return n }; return fib(n-1) + fib(n-2) }
func ECalls() { defer count(); fmt.Print(fib(60)) }
func EGrow() { defer count(); var s []int; for i := 0; ; i++ { s = append(s[:i%1000], i) } }
func EMaps() { defer count(); m := map[int]int{}; for i := 0; ; i++ { m[i%100] = i } }
func EPrint() { defer count(); for { _ = fmt.Sprintf("%v %s", []int{1, 2}, "x") } }
func ESort() { defer count(); for { s := make([]int, 200000); for i := range s { s[i] = -i * 7919 % 10007 }; sort.Slice(s, func(i, j int) bool { return s[i] < s[j] }) } }
func EStrings() { defer count(); for { _ = strings.Count(strings.Repeat("abcabcabd", 300000), "abd") } }
var c = make(chan int)
var full = make(chan string, 1)
func ERecv() { defer count(); <-c }
func ESend() { defer count(); c <- 1 }
func EFull() { defer count(); full <- "a"; full <- "b" }
func ERange() { defer count(); for range c {} }
func EOk() { defer count(); v, ok := <-c; fmt.Print(v, ok) }
func ENilRecv() { defer count(); var n chan int; <-n }
func ENilSend() { defer count(); var n chan int; n <- 1 }
func ESelect() { defer count(); d := make(chan int); select { case <-c: case d <- 1: case <-time.After(time.Hour): } }
func ESelectNone() { defer count(); select {} }
func EPoll() { defer count(); for { select { case <-c: default: } } }
func ESleep() { defer count(); time.Sleep(time.Hour) }
func EAfter() { defer count(); <-time.After(time.Hour) }
func ETick() { defer count(); for range time.Tick(time.Hour) {} }
var mu sync.Mutex
var rw sync.RWMutex
var wg sync.WaitGroup
var once sync.Once
func ELock() { defer count(); mu.Lock(); defer mu.Unlock(); mu.Lock() }
func ERLock() { defer count(); rw.Lock(); defer rw.Unlock(); rw.RLock() }
func EWLock() { defer count(); rw.RLock(); defer rw.RUnlock(); rw.Lock() }
func EWait() { defer count(); wg.Add(1); defer wg.Done(); wg.Wait() }
func ECond() { defer count(); c := sync.NewCond(&mu); mu.Lock(); defer mu.Unlock(); c.Wait() }
func EOnce() { defer count(); var o sync.Once; o.Do(func() { <-c }) }
func EPipe() {
	defer count()
	r, w, err := os.Pipe()
	if err != nil { panic(err) }
	defer w.Close()
	defer r.Close()
	var b [1]byte
	r.Read(b[:])
}
func EDeep() { defer count(); func() { defer func() { recover() }(); func() { defer func() { panic("x") }(); <-c }() }() }
func EDefers() { for range 3 { defer count() }; for {} }
func EWorks() {
	// Everything that was waited for still works.
	go func() { c <- 5 }()
	fmt.Print(<-c)
	go func() { fmt.Print(<-c); full <- "z" }()
	c <- 6
	fmt.Print(<-full, <-full)
	mu.Lock(); mu.Unlock()
	fmt.Print(mu.TryLock()); mu.Unlock()
	rw.RLock(); rw.RUnlock(); rw.Lock(); rw.Unlock()
	fmt.Print(rw.TryLock()); rw.Unlock()
	wg.Go(func() {}); wg.Wait()
	once.Do(func() {})
	fmt.Println()
}
var keep = []func(){EEnded, ESpin, ECalls, EGrow, EMaps, EPrint, ESort, EStrings, ERecv, ESend, EFull, ERange, EOk, ENilRecv,
	ENilSend, ESelect, ESelectNone, EPoll, ESleep, EAfter, ETick, ELock, ERLock, EWLock, EWait, ECond, EOnce, EPipe, EDeep, EDefers, EWorks,
	EHeld, ELocked}

// A background goroutine keeps deadlocks away.
func EHeld() { go func() { for { time.Sleep(time.Millisecond) } }() }
func ELocked() { mu.Lock() }
func main() {}
"#;

fn interrupt(procs: usize, stress: bool) {
    let m = Machine::of(ENDLESS, procs, stress);
    m.says("EHeld");
    let mut ended = 0;
    for (name, counts) in [
        ("ESpin", 1),
        ("ECalls", 1),
        ("EGrow", 1),
        ("EMaps", 1),
        ("EPrint", 1),
        ("ESort", 1),
        ("EStrings", 1),
        ("ERecv", 1),
        ("ESend", 1),
        ("EFull", 1),
        ("ERange", 1),
        ("EOk", 1),
        ("ENilRecv", 1),
        ("ENilSend", 1),
        ("ESelect", 1),
        ("ESelectNone", 1),
        ("EPoll", 1),
        ("ESleep", 1),
        ("EAfter", 1),
        ("ETick", 1),
        ("ELock", 1),
        ("ERLock", 1),
        ("EWLock", 1),
        ("EWait", 1),
        ("ECond", 1),
        ("EOnce", 1),
        ("EPipe", 1),
        ("EDefers", 3),
    ] {
        let took = m.interrupt(name, 15);
        // 50 ms on a machine that has nothing else to do.
        assert!(took < Duration::from_millis(1500), "{name}: {took:?}");
        ended += counts;
        assert_eq!(m.says("EEnded"), ended.to_string(), "{name}");
    }
    assert_eq!(
        m.says("EWorks"),
        "56atruez\n".replace("atruez", "aztruetrue")
    );
}

fn interrupt_undoes_waits(procs: usize, stress: bool) {
    let m = Machine::of(
        r#"package main
import ("fmt"; "sync"; "time")
var mu sync.Mutex
var rw sync.RWMutex
var wg sync.WaitGroup
var cond = sync.NewCond(&mu)
var got []string
func EAlive() { go func() { for { time.Sleep(time.Millisecond) } }() }
func EHold() { mu.Lock(); rw.Lock() }
func EMutex() { mu.Lock() }
func EReader() { rw.RLock() }
func EFree() { mu.Unlock(); rw.Unlock() }
func ERead() { rw.RLock() }
func EWriter() { rw.Lock() }
func EReadToo() { go func() { rw.RLock(); got = append(got, "reader"); rw.RUnlock() }() }
func EUnread() { rw.RUnlock() }
func EAdd() { wg.Add(1) }
func EWait() { wg.Wait() }
func EDone() { wg.Done(); wg.Wait() }
func ECond() { mu.Lock(); defer mu.Unlock(); cond.Wait() }
func ECondToo() { go func() { mu.Lock(); cond.Wait(); got = append(got, "woken"); mu.Unlock() }() }
func ESignal() { mu.Lock(); cond.Signal(); mu.Unlock() }
func ETry() {
	a, b := mu.TryLock(), rw.TryLock()
	fmt.Print(a, b)
	if a { mu.Unlock() }
	if b { rw.Unlock() }
}
func EGot() { fmt.Print(got) }
var keep = []func(){EAlive, EHold, EMutex, EReader, EFree, ERead, EWriter, EReadToo, EUnread, EAdd, EWait, EDone, ECond, ECondToo,
	ESignal, ETry, EGot}
func main() {}
"#,
        procs,
        stress,
    );
    m.says("EAlive");
    m.says("EHold");
    for _ in 0..3 {
        m.interrupt("EMutex", 5);
        m.interrupt("EReader", 5);
    }
    m.says("EFree");
    assert_eq!(m.says("ETry"), "true true");
    // A writer gives up: the reader that came after it gets in.
    m.says("ERead");
    std::thread::scope(|s| {
        s.spawn(|| {
            until("the writer waits", || {
                let all = m.live.goroutines();
                all.iter().any(|g| g.state == "sync.RWMutex.Lock")
            });
            m.live.interrupter().interrupt();
        });
        assert_eq!(m.eval("EWriter"), Ended::Interrupted);
    });
    m.says("EReadToo");
    until("a reader gets in", || m.says("EGot") == "[reader]");
    m.says("EUnread");
    assert_eq!(m.says("ETry"), "true true");
    m.says("EAdd");
    m.interrupt("EWait", 5);
    m.says("EDone");
    // A waiter on the Cond gives up; the signal is for the one behind it.
    std::thread::scope(|s| {
        s.spawn(|| {
            let waits = || {
                let all = m.live.goroutines();
                all.iter().filter(|g| g.state == "sync.Cond.Wait").count()
            };
            until("the first waits", || waits() == 1);
            m.live.interrupter().interrupt();
        });
        assert_eq!(m.eval("ECond"), Ended::Interrupted);
    });
    m.says("ECondToo");
    until("the second waits", || {
        let all = m.live.goroutines();
        all.iter().any(|g| g.state == "sync.Cond.Wait")
    });
    m.says("ESignal");
    until("the signal arrives", || m.says("EGot") == "[reader woken]");
    assert_eq!(m.says("ETry"), "true true");
}

fn second_interrupt_cuts(procs: usize, stress: bool) {
    let m = Machine::of(
        r#"package main
import ("fmt"; "time")
var n int
func EAlive() { go func() { for { time.Sleep(time.Millisecond) } }() }
func ESpin() { defer func() { n++; for {} }(); for {} }
func ESleep() { defer func() { n++; time.Sleep(time.Hour) }(); select {} }
func EN() { fmt.Print(n) }
var keep = []func(){EAlive, ESpin, ESleep, EN}
func main() {}
"#,
        procs,
        stress,
    );
    m.says("EAlive");
    for (k, name) in ["ESpin", "ESleep"].into_iter().enumerate() {
        let interrupter = m.live.interrupter();
        std::thread::scope(|s| {
            s.spawn(move || {
                for _ in 0..2 {
                    std::thread::sleep(Duration::from_millis(100));
                    interrupter.interrupt();
                }
            });
            assert_eq!(m.eval(name), Ended::Interrupted);
        });
        assert_eq!(m.says("EN"), (k + 1).to_string());
    }
    // Without an evaluation it does nothing.
    m.live.interrupter().interrupt();
    assert_eq!(m.says("EN"), "2");
}

fn panics(procs: usize, stress: bool) {
    let m = Machine::of(
        r#"package main
import ("errors"; "fmt"; "runtime"; "time")
type T struct{ a, b int }
var n int
func EPanic() { defer func() { n++ }(); panic("boom") }
func EError() { panic(errors.New("bad")) }
func ENil() { var t *T; fmt.Print(t.b) }
func EIndex() { s := []int{1}; fmt.Print(s[n]) }
func ETwice() { defer func() { panic("second") }(); panic("first") }
func EGoexit() { defer func() { n++ }(); runtime.Goexit() }
func EBack() { go func() { panic("behind") }(); time.Sleep(20 * time.Millisecond) }
func EShow() { fmt.Print(n) }
var keep = []func(){EPanic, EError, ENil, EIndex, ETwice, EGoexit, EBack, EShow}
func main() {}
"#,
        procs,
        stress,
    );
    let text = |name: &str| match m.eval(name) {
        Ended::Panicked(t) => t,
        other => panic!("{name}: {other:?}"),
    };
    let t = text("EPanic");
    assert!(t.starts_with("panic: boom\n\ngoroutine "), "{t}");
    assert!(t.contains(" [running]:\nmain.EPanic()\n\t"), "{t}");
    assert_eq!(m.says("EShow"), "1");
    assert!(text("EError").starts_with("panic: bad\n\n") || text("EError").contains("bad"));
    let t = text("ENil");
    assert!(
        t.contains("invalid memory address or nil pointer dereference\n[signal SIGSEGV"),
        "{t}"
    );
    assert!(text("EIndex").contains("index out of range [1] with length 1"));
    assert!(text("ETwice").starts_with("panic: first\n\tpanic: second\n"));
    assert_eq!(m.eval("EGoexit"), Ended::Done);
    assert_eq!(m.says("EShow"), "2");
    assert_eq!(m.eval("EBack"), Ended::Done);
    until("a report", || {
        m.reports.lock().unwrap().contains("panic: behind")
    });
    assert_eq!(m.says("EShow"), "2");
    for _ in 0..50 {
        text("EPanic");
    }
    assert_eq!(m.says("EShow"), "52");
}

fn deadlocks(procs: usize, stress: bool) {
    let m = Machine::of(
        r#"package main
import ("fmt"; "sync")
var c = make(chan int)
var mu sync.Mutex
var n int
func ERecv() { defer func() { n++ }(); <-c }
func ELock() { mu.Lock(); defer mu.Unlock(); mu.Lock() }
func EStubborn() { defer func() { n++; <-c }(); c <- 1 }
func EBack() { go func() { fmt.Print(<-c) }() }
func ESend() { c <- 8; c <- 9 }
func ENone() { select {} }
func EShow() { fmt.Print(n, mu.TryLock()); mu.Unlock() }
var keep = []func(){ERecv, ELock, EStubborn, EBack, ESend, ENone, EShow}
func main() {}
"#,
        procs,
        stress,
    );
    let text = |name: &str| match m.eval(name) {
        Ended::Deadlock(t) => t,
        other => panic!("{name}: {other:?}"),
    };
    let t = text("ERecv");
    let head = "fatal error: all goroutines are asleep - deadlock!\n\ngoroutine ";
    assert!(t.starts_with(head), "{t}");
    assert!(t.contains(" [chan receive]:\nmain.ERecv()\n"), "{t}");
    assert_eq!(m.says("EShow"), "1 true");
    assert!(text("ELock").contains("[sync.Mutex.Lock]:"));
    assert!(text("EStubborn").contains("[chan send]:"));
    assert!(text("ENone").contains("[select (no cases)]:"));
    assert_eq!(m.says("EShow"), "2 true");
    m.says("EBack");
    let t = text("ESend");
    assert!(t.contains("main.ESend"), "{t}");
    until("the background goroutine got its value", || {
        m.out.lock().unwrap().contains('8')
    });
    assert_eq!(m.live.goroutines().len(), 0);
    for _ in 0..100 {
        text("ERecv");
    }
    assert_eq!(m.says("EShow"), "102 true");
}

fn fatal_errors(procs: usize, stress: bool) {
    let m = Machine::of(
        r#"package main
import ("fmt"; "sync"; "time")
var mu, other sync.Mutex
var n int
func deep(k int) int { return deep(k+1) + 1 }
func EDeep() { defer func() { n++ }(); fmt.Print(deep(0)) }
func EUnlock() { other.Lock(); defer other.Unlock(); mu.Unlock() }
func EBack() { go func() { defer func() { n++ }(); mu.Unlock() }(); time.Sleep(10 * time.Millisecond) }
func EShow() { fmt.Print(n, other.TryLock()); other.Unlock() }
var keep = []func(){EDeep, EUnlock, EBack, EShow}
func main() {}
"#,
        procs,
        stress,
    );
    let text = |name: &str| match m.eval(name) {
        Ended::Fatal(t) => t,
        other => panic!("{name}: {other:?}"),
    };
    let t = text("EUnlock");
    assert!(
        t.starts_with("fatal error: sync: unlock of unlocked mutex\n\ngoroutine "),
        "{t}"
    );
    assert!(t.contains("main.EUnlock()"), "{t}");
    assert_eq!(m.says("EShow"), "0 true");
    m.eval("EBack");
    until("a report", || {
        m.reports
            .lock()
            .unwrap()
            .contains("fatal error: sync: unlock of unlocked mutex")
    });
    assert_eq!(m.says("EShow"), "1 true");
    if !stress {
        let t = text("EDeep");
        assert!(
            t.contains("fatal error: stack overflow\n\ngoroutine "),
            "{t}"
        );
        assert_eq!(m.says("EShow"), "2 true");
    }
}

fn out_of_memory(procs: usize, stress: bool) {
    let program = lower(
        r#"package main
import "fmt"
var all [][]byte
var n int
func EFill() { defer func() { n++ }(); for { all = append(all, make([]byte, 1<<20)) } }
func EHuge() { defer func() { n++ }(); all = append(all, make([]byte, 1<<31)) }
func EFree() { all = nil }
func EShow() { fmt.Print(n, len(all) > 10) }
var keep = []func(){EFill, EHuge, EFree, EShow}
func main() {}
"#,
    );
    let m = Machine::with_memory(program, procs, stress, 64 << 20);
    for round in 0..3 {
        match m.eval("EHuge") {
            Ended::Fatal(t) => assert!(t.contains("out of memory\n\ngoroutine "), "{t}"),
            other => panic!("{other:?}"),
        }
        match m.eval("EFill") {
            Ended::Fatal(t) => assert!(t.contains("out of memory\n\ngoroutine "), "{t}"),
            other => panic!("{other:?}"),
        }
        m.says("EFree");
        assert_eq!(m.says("EShow"), format!("{} false", 2 * round + 2));
    }
}

fn exit(procs: usize, stress: bool) {
    const SOURCE: &str = r#"package main
import ("os"; "time")
func EExit() { defer println("not run"); os.Exit(3) }
func ELater() { time.AfterFunc(10 * time.Millisecond, func() { os.Exit(4) }) }
func ENothing() {}
var keep = []func(){EExit, ELater, ENothing}
func main() {}
"#;
    let m = Machine::of(SOURCE, procs, stress);
    assert_eq!(m.eval("EExit"), Ended::Exit(3));
    assert_eq!(m.eval("ENothing"), Ended::Exit(3));
    assert_eq!(*m.out.lock().unwrap(), "");
    assert_eq!(m.exited.load(SeqCst), -1);
    let m = Machine::of(SOURCE, procs, stress);
    m.says("ELater");
    until("the host is told", || m.exited.load(SeqCst) == 4);
    assert_eq!(m.eval("ENothing"), Ended::Exit(4));
}

fn methods_come_later(procs: usize, stress: bool) {
    let mut program = lower(
        r#"package main
import "fmt"
type T int
func (t T) String() string { return fmt.Sprint("T-", int(t)) }
func (t T) Name() string { return "first" }
type U int
func (u U) Name() string { return "second" }
type namer interface{ Name() string }
var v any = T(5)
var named namer = U(1)
func EShow() {
	s, ok := v.(fmt.Stringer)
	fmt.Print(ok, " ", v)
	if ok { fmt.Print(" ", s.String()) }
}
func EName() { for range 3 { fmt.Print(named.Name(), " ") } }
func ESwitch() { named = T(1) }
var keep = []func(){EShow, EName, ESwitch}
func main() {}
"#,
    );
    let id = |p: &Program, name: &str| {
        let at = p.types.iter().position(|t| &*t.name == name);
        golite::bytecode::TypeId(at.unwrap() as u32)
    };
    let (t, u) = (id(&program, "main.T"), id(&program, "main.U"));
    let later = std::mem::take(&mut program.types[t.index()].methods);
    let mut other = program.types[u.index()].methods.clone();
    // Name of U redeclared, as the one of T: a call that has been cached must see it.
    let name_of_t = later.iter().find(|x| x.id == other[0].id).unwrap().func;
    other[0].func = name_of_t;
    let well_known = program.well_known;
    let globals_size = program.globals_size;
    let m = Machine::start(program, procs, stress);
    for _ in 0..3 {
        assert_eq!(m.says("EShow"), "false 5");
        assert_eq!(m.says("EName"), "second second second ");
    }
    let extension = |method_tables| Extension {
        method_tables,
        well_known,
        globals_size,
        ..Extension::default()
    };
    m.live.extend(extension(vec![(t, later)])).unwrap();
    for _ in 0..3 {
        assert_eq!(m.says("EShow"), "true T-5 T-5");
        assert_eq!(m.says("EName"), "second second second ");
    }
    m.live.extend(extension(vec![(u, other)])).unwrap();
    assert_eq!(m.says("EName"), "first first first ");
    m.says("ESwitch");
    assert_eq!(m.says("EName"), "first first first ");
}

fn many_extensions(procs: usize, stress: bool) {
    let program = lower(
        r#"package main
import "fmt"
var n int
var ticks int
func EAdd() { n++ }
func EText() { fmt.Print("n is ", n) }
func EBack() { go func() { c := make(chan int); go func() { for i := 0; ; i++ { c <- i } }(); for v := range c { ticks = v } }() }
var keep = []func(){EAdd, EText, EBack}
func main() {}
"#,
    );
    // One function is copied again and again, each time with other strings, types and files beside it.
    let add = program
        .funcs
        .iter()
        .position(|f| &*f.name == "main.EAdd")
        .unwrap();
    let copy = |f: &golite::bytecode::Func| golite::bytecode::Func {
        name: f.name.clone(),
        code: f.code.clone(),
        nregs: f.nregs,
        param_slots: f.param_slots,
        result_slots: f.result_slots,
        lines: f.lines.clone(),
        defer_list: f.defer_list,
        recover_pc: f.recover_pc,
        wrapper: f.wrapper,
        jump_tables: f.jump_tables.clone(),
        library: f.library,
        unsigned: f.unsigned.clone(),
    };
    let body = copy(&program.funcs[add]);
    let string = program
        .types
        .iter()
        .find(|t| &*t.name == "string")
        .unwrap()
        .clone();
    let (well_known, mut globals) = (program.well_known, program.globals_size);
    let first = program.funcs.len() as u32;
    let m = Machine::start(program, procs, stress);
    m.says("EBack");
    let rounds = if stress { 300 } else { 3000 };
    for (k, next) in (0..rounds).zip(first..) {
        globals += 16;
        m.live
            .extend(Extension {
                funcs: vec![copy(&body)],
                types: vec![string.clone()],
                strings: vec![format!("string {k}").into_bytes().into()],
                files: vec![format!("entry{k}").into()],
                globals_size: globals,
                well_known,
                entry: FuncId(next),
                ..Extension::default()
            })
            .unwrap();
        assert_eq!(m.live.eval(FuncId(next)), Ended::Done);
    }
    assert_eq!(m.says("EText"), format!("n is {rounds}"));
    let missing = m.live.extend(Extension {
        natives: vec![golite::bytecode::Native {
            name: "main.nowhere".into(),
            args: 0,
            results: 0,
        }],
        well_known,
        globals_size: globals,
        ..Extension::default()
    });
    assert!(missing.unwrap_err().to_string().contains("main.nowhere"));
    assert_eq!(m.says("EText"), format!("n is {rounds}"));
}

fn listings(procs: usize, stress: bool) {
    let m = Machine::of(
        r#"package main
import ("sync"; "time")
var jobs = make(chan string, 4)
var done = make(chan struct{})
var gone = make(chan int)
var mu sync.Mutex
func worker() { for range jobs {} ; <-done }
func EStart() {
	jobs <- "a"
	go worker()
	go func() { mu.Lock(); mu.Lock() }()
	go func() { time.Sleep(time.Hour) }()
	go func() { select { case done <- struct{}{}: case gone <- 1: } }()
}

func ELoose() { make(chan int, 9) <- 1 }
var keep = []func(){EStart, ELoose}
func main() {}
"#,
        procs,
        stress,
    );
    m.says("EStart");
    until("four goroutines wait", || {
        let all = m.live.goroutines();
        all.len() == 4 && all.iter().all(|g| g.waited.is_some())
    });
    let all = m.live.goroutines();
    let states: Vec<_> = all.iter().map(|g| g.state).collect();
    let mut sorted = states.clone();
    sorted.sort_unstable();
    assert_eq!(
        sorted,
        ["chan receive", "select", "sleep", "sync.Mutex.Lock"]
    );
    let w = all.iter().find(|g| g.state == "chan receive").unwrap();
    assert_eq!(w.func, "main.worker");
    assert_eq!(w.line, 7);
    assert!(w.file.ends_with("main.go"), "{}", w.file);
    assert_eq!(w.created_by.as_ref().unwrap().0, "main.EStart");
    assert!(!w.evaluation);
    m.says("ELoose");
    let chans = m.live.channels();
    let find = |elem: &str| chans.iter().find(|c| c.elem == elem).unwrap();
    assert_eq!(chans.len(), 3, "{chans:?}");
    assert_eq!((find("string").cap, find("string").len), (4, 0));
    assert_eq!(find("string").receivers, [w.id]);
    let s = all.iter().find(|g| g.state == "select").unwrap();
    assert_eq!(find("struct {}").senders, [s.id]);
    assert_eq!(find("int").senders, [s.id]);
    assert!(!find("int").closed);
}
