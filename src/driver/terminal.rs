//! The state of the terminal that golite was started on, to be put back when it ends in the middle of a line.

/// The settings that the terminal had.
#[derive(Clone, Copy)]
pub struct Saved(libc::termios);

/// The settings of standard input's terminal, if it is one.
pub fn save() -> Option<Saved> {
    // SAFETY: room for the settings, which are filled in when the call succeeds; all zeros are settings, too.
    unsafe {
        let mut settings: libc::termios = std::mem::zeroed();
        (libc::tcgetattr(libc::STDIN_FILENO, &mut settings) == 0).then_some(Saved(settings))
    }
}

impl Saved {
    /// Puts the settings back.
    pub fn restore(&self) {
        // SAFETY: settings that the terminal had.
        unsafe { libc::tcsetattr(libc::STDIN_FILENO, libc::TCSANOW, &self.0) };
    }
}
