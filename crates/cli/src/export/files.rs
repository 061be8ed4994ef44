//! Several files as one: a folder, or a zip archive whose bytes depend on nothing but the files.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file.
pub struct Entry {
    /// Below the folder, with `/`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Writes a zip archive if the name says so, else a folder.
pub fn write(out: &Path, files: &[Entry]) -> Result<()> {
    if out.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")) {
        return write_zip(out, files);
    }
    for file in files {
        let path = out.join(&file.path);
        path.parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| fs::write(&path, &file.bytes))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Writes a zip archive, without compression and without the time: the format's first moment, 1980,
/// stands in its place.
pub fn write_zip(out: &Path, files: &[Entry]) -> Result<()> {
    let archive = || -> Result<()> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        for file in files {
            zip.start_file(&file.path, options)?;
            zip.write_all(&file.bytes)?;
        }
        // The archive that is there stays as it is until the new one is whole.
        Ok(fs::write(out, zip.finish()?.into_inner())?)
    };
    archive().with_context(|| format!("cannot write {}", out.display()))
}
