//! A corpus of a few files, written for one test.

use std::path::{Path, PathBuf};

use vitrine_compiler::{Compiled, compile};

/// A fresh folder with these files, away when the test is done.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str, files: &[(&str, &str)]) -> Folder {
        let path = std::env::temp_dir().join(format!("vitrine-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        for (name, text) in files {
            let file = path.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        Folder(path)
    }

    pub fn compile(&self) -> Compiled {
        compile(&self.0).unwrap_or_else(|problems| panic!("{problems}"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all::<&Path>(&self.0);
    }
}
