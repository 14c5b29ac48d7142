//! Inference of type arguments.
