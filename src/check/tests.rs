//! Small programs and what is wrong with them.
