//! A lowered program on a machine.

use crate::bytecode::Program;
use crate::driver::config::Config;
use crate::driver::config::GcMode;
use crate::driver::explainer::Explain;
use crate::driver::signal;
use crate::heap::HeapConfig;
use crate::natives;
use crate::vm::Dispatch;
use crate::vm::Explainer;
use crate::vm::Host;
use crate::vm::TracebackLevel;
use crate::vm::Vm;
use crate::vm::VmConfig;

/// How a machine is set up for these settings.
pub fn set_up(config: &Config, host: Host) -> VmConfig {
    let procs = config.workers();
    let heap = HeapConfig {
        max_memory: usize::try_from(config.max_memory).unwrap_or(usize::MAX),
        gogc: config.gogc,
        helpers: procs.saturating_sub(1).min(7),
        stress: config.gc == GcMode::Stress,
        ..HeapConfig::default()
    };
    VmConfig {
        heap,
        procs,
        seed: config.seed,
        trace: config.trace,
        dispatch: Dispatch::Auto,
        host: Host {
            args: config.args.clone(),
            testing: config.testing,
            traceback: TracebackLevel::of_env(),
            state: Some(Box::new(natives::rt_os::Os::of_host())),
            ..host
        },
        timer_value: Some(natives::timer_value),
        explainer: config
            .explain
            .then(|| Box::new(Explain::new(config.style)) as Box<dyn Explainer>),
        live: false,
    }
}

/// Runs the program; answers its exit status.
pub fn run(program: Program, config: &Config) -> i32 {
    let vm = Vm::new(program, &natives::find, set_up(config, Host::default()));
    match vm {
        Ok(vm) => {
            signal::watch(&vm.sched);
            let status = vm.run();
            // Not taken apart: the process ends now.
            std::mem::forget(vm);
            if status < 0 {
                signal::die_of(-status);
            }
            status
        }
        Err(e) => {
            eprintln!("golite: {e}");
            2
        }
    }
}
