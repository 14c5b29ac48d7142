//! See ARCHITECTURE.md for what belongs here.
