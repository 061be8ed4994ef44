//! By which names does the program call its JavaScript? wasm-bindgen gives each function a name with a hash
//! in it, which no other can have and which does not compress; it stands in both files. Once both are
//! written, its place does.

use anyhow::{Context, Result, ensure};

/// The section of a wasm file that names what it calls, and the kind of a function there.
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;

/// What stands before the sections: that it is wasm, and which version.
const HEADER: usize = 8;

/// A program and its script, with the functions of `module` that it calls named by numbers in both.
pub fn shortened(wasm: &[u8], script: &str, module: &str) -> Result<(Vec<u8>, String)> {
    let (mut short, mut script) = (Vec::with_capacity(wasm.len()), script.to_owned());
    let (header, sections) = wasm.split_at_checked(HEADER).context("the program was cut off")?;
    short.extend(header);
    let mut rest = Reader(sections);
    while !rest.0.is_empty() {
        let kind = rest.byte()?;
        let section = rest.run()?;
        short.push(kind);
        match kind {
            IMPORTS => push_run(&mut short, &imports(section, &mut script, module)?),
            _ => push_run(&mut short, section),
        }
    }
    Ok((short, script))
}

/// The section of imports; what it names anew has the new name in the script, too.
fn imports(section: &[u8], script: &mut String, module: &str) -> Result<Vec<u8>> {
    let mut rest = Reader(section);
    let count = rest.number()?;
    let mut short = Vec::new();
    push_number(&mut short, count);
    for n in 0..count {
        let (from, name, kind) = (rest.run()?, rest.run()?, rest.byte()?);
        ensure!(
            kind == FUNCTION,
            "the program asks for more than functions: mend xtask/src/site/names.rs"
        );
        push_run(&mut short, from);
        if from == module.as_bytes() {
            let name = std::str::from_utf8(name).context("wasm names things in UTF-8")?;
            // A property of an object, in a line of its own.
            let said = format!(" {name}: ");
            ensure!(
                script.matches(&said).count() == 1,
                "wasm-bindgen wrote a script that does not say “{name}” once: mend xtask/src/site/names.rs"
            );
            let number = n.to_string();
            *script = script.replace(&said, &format!(" {number}: "));
            push_run(&mut short, number.as_bytes());
        } else {
            push_run(&mut short, name);
        }
        short.push(kind);
        push_number(&mut short, rest.number()?);
    }
    Ok(short)
}

/// Bytes that are still to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (byte, rest) = self.0.split_first().context("the program was cut off")?;
        self.0 = rest;
        Ok(*byte)
    }

    /// A number: seven bits a byte, the lowest first.
    fn number(&mut self) -> Result<u32> {
        let mut number = 0;
        for shift in (0..u32::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        anyhow::bail!("the program has a number of more than 32 bits")
    }

    /// Bytes behind their number.
    fn run(&mut self) -> Result<&'a [u8]> {
        let length = self.number()? as usize;
        let (run, rest) = self.0.split_at_checked(length).context("the program was cut off")?;
        self.0 = rest;
        Ok(run)
    }
}

fn push_number(to: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

fn push_run(to: &mut Vec<u8>, run: &[u8]) {
    push_number(to, u32::try_from(run.len()).expect("wasm is smaller than 4 GiB"));
    to.extend(run);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "{\n    now_ab12: function() {},\n    then_cd34: function() {},\n}";

    /// A program that calls these functions, each of the type of its place, and has another section of 300 bytes.
    fn program(functions: &[(&str, &str)]) -> Vec<u8> {
        let mut imports = vec![functions.len() as u8];
        for (n, (module, name)) in functions.iter().enumerate() {
            push_run(&mut imports, module.as_bytes());
            push_run(&mut imports, name.as_bytes());
            imports.extend([FUNCTION, n as u8]);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.push(IMPORTS);
        push_run(&mut wasm, &imports);
        wasm.push(10);
        push_run(&mut wasm, &[7; 300]);
        wasm
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
