//! By which names does the program call its JavaScript? wasm-bindgen gives each function a name with a hash
//! in it, which no other can have and which does not compress; it stands in both files. Once both are
//! written, its place does.

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::{EntityType, ImportSection, Module, RawSection};
use wasmparser::{ImportSectionReader, Parser, Payload, TypeRef};

/// A program and its script, with the functions of `module` that it calls named by numbers in both.
pub fn shortened(wasm: &[u8], script: &str, module: &str) -> Result<(Vec<u8>, String)> {
    let (mut short, mut script) = (Module::new(), script.to_owned());
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("the program is not wasm")?;
        if let Payload::ImportSection(imports) = payload {
            short.section(&renamed(imports, &mut script, module)?);
        } else if let Some((id, range)) = payload.as_section() {
            // It is a part of what is in memory.
            let data = &wasm[range.start as usize..range.end as usize];
            short.section(&RawSection { id, data });
        }
    }
    Ok((short.finish(), script))
}

/// The section of imports; what it names anew has the new name in the script, too.
fn renamed(
    imports: ImportSectionReader<'_>,
    script: &mut String,
    module: &str,
) -> Result<ImportSection> {
    let mut section = ImportSection::new();
    for (n, import) in imports.into_imports().enumerate() {
        let import = import.context("the program is not wasm")?;
        let TypeRef::Func(kind) = import.ty else {
            bail!("the program imports more than functions: fix xtask/src/site/names.rs")
        };
        let mut name = import.name.to_owned();
        if import.module == module {
            // A property of an object, in a line of its own.
            let said = format!(" {name}: ");
            ensure!(
                script.matches(&said).count() == 1,
                "wasm-bindgen wrote a script that does not say “{name}” once: mend xtask/src/site/names.rs"
            );
            name = n.to_string();
            *script = script.replace(&said, &format!(" {name}: "));
        }
        section.import(import.module, &name, EntityType::Function(kind));
    }
    Ok(section)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::CustomSection;

    use super::*;

    const SCRIPT: &str = "{\n    now_ab12: function() {},\n    then_cd34: function() {},\n}";

    /// A program that calls these functions, each of the type of its place, and has another section of 300 bytes.
    fn program(functions: &[(&str, &str)]) -> Vec<u8> {
        let mut imports = ImportSection::new();
        for (n, (module, name)) in functions.iter().enumerate() {
            imports.import(module, name, EntityType::Function(n as u32));
        }
        let mut program = Module::new();
        program.section(&imports);
        program.section(&CustomSection { name: "other".into(), data: (&[7; 300]).into() });
        program.finish()
    }

    #[test]
    fn functions_have_numbers_in_both_files() {
        let long = program(&[("a", "then_cd34"), ("other", "load"), ("a", "now_ab12")]);
        let (wasm, script) = shortened(&long, SCRIPT, "a").unwrap();
        assert_eq!(wasm, program(&[("a", "0"), ("other", "load"), ("a", "2")]));
        assert_eq!(script, "{\n    2: function() {},\n    0: function() {},\n}");
    }

    #[test]
    fn what_is_not_as_expected_is_reported() {
        let error = shortened(&program(&[("a", "later_ef56")]), SCRIPT, "a").unwrap_err();
        assert!(error.to_string().contains("later_ef56"), "{error}");
        let wasm = program(&[("a", "now_ab12")]);
        for cut in [4, 9, 12, wasm.len() - 1] {
            assert!(shortened(&wasm[..cut], SCRIPT, "a").is_err(), "after {cut} bytes");
        }
    }
}
