//! Stores of pointers into heap objects.
//!
//! Every such store, by an instruction or a native, goes through one of these functions. Today they are plain relaxed stores:
//! marking happens with the world stopped. When marking becomes concurrent, the check whether it is running comes here and
//! nowhere else. Stores into registers, stacks and fresh objects that nobody else can see need no barrier.

use super::access;
use super::atomic16;

/// Stores a one-slot pointer into a heap object.
///
/// # Safety
/// `slot` is an 8-aligned word inside a live heap object or a global.
#[inline(always)]
pub unsafe fn store_ptr(slot: *mut u64, value: u64) {
    access::store64(slot, value);
}

/// Stores a two-slot value that contains a pointer into a heap object, in one access.
///
/// # Safety
/// `slot` is a 16-aligned pair of words inside a live heap object or a global.
#[inline(always)]
pub unsafe fn store_pair(slot: *mut u64, first: u64, second: u64) {
    atomic16::store(slot, first, second);
}

/// As [`store_pair`], for instructions that have seen [`atomic16::is_locked`] answer false.
///
/// # Safety
/// As for [`store_pair`].
#[inline(always)]
pub unsafe fn store_pair_single(slot: *mut u64, first: u64, second: u64) {
    atomic16::store_single(slot, first, second);
}
