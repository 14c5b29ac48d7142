//! Basic, composite and function literals.
