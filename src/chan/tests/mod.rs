//! Scheduler and channels together, under a toy VM: programs are written for its assembler.

mod measure;
mod programs;
mod time;
mod toy;
