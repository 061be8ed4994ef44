#!/bin/sh
# Called by Cargo instead of rustc for the project's own crates: compiles them with the hooks by which libFuzzer
# sees what an input reaches. Their dependencies are left as `cargo test` has them, and so are build scripts and
# what these call, which are not optimised: there is no libFuzzer to hook on to.
case " $* " in
*" opt-level=1 "*) ;;
*) exec "$@" ;;
esac

# What is compared with what tells libFuzzer which words mean something. The compiler looks through whole
# dictionaries for each input, and to hear of that takes most of the time.
compared="-C llvm-args=-sanitizer-coverage-trace-compares"
case " $* " in
*" --crate-name vitrine_compiler "*) compared= ;;
esac

# shellcheck disable=SC2086 # two words, or none
exec "$@" -C opt-level=3 --cfg fuzzing -C passes=sancov-module \
    -C llvm-args=-sanitizer-coverage-level=4 \
    -C llvm-args=-sanitizer-coverage-inline-8bit-counters \
    -C llvm-args=-sanitizer-coverage-pc-table \
    $compared
