//! The page: mounts what `lib.rs` has.

fn main() {
    vitrine::start();
}
