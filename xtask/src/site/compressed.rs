//! What do hosts send that compress nothing themselves? Each file as brotli and gzip beside it, the same
//! bytes each time.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

use super::single::gzip;

/// What is worth it: pictures are compressed already.
const KINDS: [&str; 7] = ["html", "js", "css", "wasm", "svg", "webmanifest", "ts"];

/// The largest window that every browser takes, and the best there is of everything else.
const QUALITY: u32 = 11;
const WINDOW: u32 = 22;

/// Writes them beside the files in `out`.
pub fn write(out: &Path) -> Result<()> {
    for entry in fs::read_dir(out).with_context(|| format!("cannot read {}", out.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            write(&path)?;
            continue;
        }
        let Some(kind) = path.extension().and_then(|kind| kind.to_str()) else { continue };
        if KINDS.contains(&kind) {
            let bytes = fs::read(&path)?;
            fs::write(path.with_extension(format!("{kind}.gz")), gzip(&bytes)?)?;
            fs::write(path.with_extension(format!("{kind}.br")), brotli(&bytes)?)?;
        }
    }
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = brotli::CompressorWriter::new(Vec::new(), 1 << 16, QUALITY, WINDOW);
    packed.write_all(bytes)?;
    packed.flush()?;
    Ok(packed.into_inner())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_packed_comes_out_again() {
        let text = b"said again, said again, said again".repeat(9);
        let packed = brotli(&text).unwrap();
        assert!(packed.len() < text.len());
        let mut out = Vec::new();
        brotli::Decompressor::new(&packed[..], 4096).read_to_end(&mut out).unwrap();
        assert_eq!(out, text);
        out.clear();
        flate2::read::GzDecoder::new(&gzip(&text).unwrap()[..]).read_to_end(&mut out).unwrap();
        assert_eq!(out, text);
    }
}
