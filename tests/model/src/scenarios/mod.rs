//! What is explored.

mod live;
mod memory;
mod programs;
mod ring;

use crate::explore::Scenario;

macro_rules! scenarios { ($($module:ident: $($name:ident $executions:literal)*;)*) => {
    /// All of them.
    pub const ALL: &[Scenario] = &[$($(Scenario {
        name: concat!(stringify!($module), "/", stringify!($name)),
        executions: $executions,
        run: $module::$name,
    },)*)*];
} }

scenarios! {
    memory: byte_lock 1000 table 500 marking 200 allocation 300;
    ring: steal_and_pop 2000 steal_each_other 1000 spill 100;
    live: served 400 abandoned 400;
    programs: ping_pong 400 buffers 400 goroutines 400 lock_by_semaphore 400 fan_in 400 selects 400 selects_buffered 400
        select_with_itself 400 close_under_send 400 close_under_select 400 mutex 400 mutex_starves 400 conditions 400
        jobs 400 sleepers 400 timer_channels 400 deadlock 400 deadlock_after_job 400 stopping 400 requested_end 400
        stopped_outside 400 woken_outside 400 fewer_workers 400 tickers 400;
}
