//! The compiled corpus, as bytes: who writes them, who reads them, and how a wrong one is told.
//!
//! ```text
//!  0  magic           8 bytes  "VITRINE\0", of an appendix "VITRINE\1"
//!  8  format version  u32      FORMAT_VERSION
//! 12  payload length  u32      bytes after the header
//! 16  payload CRC-32  u32
//! 20  header CRC-32   u32      of bytes 0..20
//! 24  zero            8 bytes  so that the payload is aligned to 16
//! 32  payload                  an `rkyv` archive of model::Corpus or model::Appendix, root at its end
//! ```
//!
//! All integers are little-endian, all pointers relative and 32 bits wide, so the image is the same
//! on every host and in wasm, and is read where it lies: opening looks at the header alone, whatever
//! the corpus' size, and touching a passage touches the bytes of that passage.

use std::fmt;

use rkyv::api::high::{HighSerializer, HighValidator};
use rkyv::bytecheck::CheckBytes;
use rkyv::ser::allocator::ArenaHandle;
use rkyv::{Portable, Serialize, rancor};

use crate::model::{Appendix, ArchivedAppendix, ArchivedCorpus, Corpus};

/// Raised with every change to the layout of [`crate::model`] or of the header.
pub const FORMAT_VERSION: u32 = 24;

/// What the image's bytes must be aligned to.
pub const ALIGNMENT: usize = 16;

/// Without a table: the page checks twenty bytes, and a table would cost it kilobytes.
const CRC: crc::Crc<u32, crc::NoTable> = crc::Crc::<u32, crc::NoTable>::new(&crc::CRC_32_ISO_HDLC);

type Magic = [u8; 8];

const CORPUS: Magic = *b"VITRINE\0";
const APPENDIX: Magic = *b"VITRINE\x01";
const HEADER: usize = 32;

/// An opened image. Dereferences to the corpus.
#[derive(Clone, Copy)]
pub struct Image<'a> {
    corpus: &'a ArchivedCorpus,
}

/// Why bytes are no usable image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The bytes do not begin as an image does.
    Magic,
    /// An image of another version of Vitrine.
    Version {
        /// What this code reads.
        expected: u32,
        /// What the image says.
        got: u32,
    },
    /// The image has fewer or more bytes than its header says.
    Length {
        /// What the header says, header included.
        expected: usize,
        /// What there is.
        got: usize,
    },
    /// The bytes were changed after they were written.
    Checksum,
    /// The bytes do not lie at a multiple of [`ALIGNMENT`].
    Alignment,
    /// The archive inside is not well formed.
    Archive(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Magic => {
                write!(f, "this is no compiled corpus; compile one with `cargo xtask build`")
            }
            Error::Version { expected, got } => write!(
                f,
                "the compiled corpus has format {got}, this program reads format {expected}; build both together again"
            ),
            Error::Length { expected, got } => write!(
                f,
                "the compiled corpus should have {expected} bytes and has {got}; it was cut off on its way, load it again"
            ),
            Error::Checksum => {
                write!(
                    f,
                    "the compiled corpus was damaged after it was written; load or build it again"
                )
            }
            Error::Alignment => {
                write!(
                    f,
                    "the compiled corpus must lie at a multiple of {ALIGNMENT} bytes in memory"
                )
            }
            Error::Archive(reason) => {
                write!(f, "the compiled corpus is not well formed ({reason}); build it again")
            }
        }
    }
}

impl std::error::Error for Error {}

/// The bytes of a compiled corpus, aligned as they must be.
pub type Bytes = rkyv::util::AlignedVec<ALIGNMENT>;

/// Writes a corpus as an image.
pub fn write(corpus: &Corpus) -> Result<Bytes, Error> {
    write_as(CORPUS, corpus)
}

/// Writes what comes with a corpus, as an image of its own.
pub fn write_appendix(appendix: &Appendix) -> Result<Bytes, Error> {
    write_as(APPENDIX, appendix)
}

/// Opens an appendix of any origin, as [`Image::open`] does an image.
pub fn open_appendix(bytes: &[u8]) -> Result<&ArchivedAppendix, Error> {
    open_as(APPENDIX, bytes)
}

/// Opens an appendix that was compiled into this very program, as [`Image::open_trusted`] does an image.
///
/// # Safety
/// From byte 32 on, `bytes` must be what [`write_appendix`] of this version wrote.
pub unsafe fn open_trusted_appendix(bytes: &[u8]) -> Result<&ArchivedAppendix, Error> {
    let payload = check_header(APPENDIX, bytes)?;
    // SAFETY: the caller vouches for the payload; its alignment has just been checked.
    Ok(unsafe { rkyv::access_unchecked(payload) })
}

impl<'a> Image<'a> {
    /// Opens bytes of any origin: reads all of them to see that they are whole and well formed.
    pub fn open(bytes: &'a [u8]) -> Result<Image<'a>, Error> {
        Ok(Image { corpus: open_as(CORPUS, bytes)? })
    }

    /// Opens bytes that were compiled into this very program: looks at the header alone.
    ///
    /// # Safety
    /// From byte 32 on, `bytes` must be what [`write()`] of this version wrote. The header is checked,
    /// so that an image of another version or a cut-off one is an error; other damage is not noticed.
    pub unsafe fn open_trusted(bytes: &'a [u8]) -> Result<Image<'a>, Error> {
        let payload = check_header(CORPUS, bytes)?;
        // SAFETY: the caller vouches for the payload; its alignment has just been checked.
        let corpus = unsafe { rkyv::access_unchecked::<ArchivedCorpus>(payload) };
        Ok(Image { corpus })
    }

    /// The corpus, for as long as the bytes live.
    pub fn corpus(&self) -> &'a ArchivedCorpus {
        self.corpus
    }
}

impl std::ops::Deref for Image<'_> {
    type Target = ArchivedCorpus;

    fn deref(&self) -> &ArchivedCorpus {
        self.corpus
    }
}

fn write_as<T>(magic: Magic, root: &T) -> Result<Bytes, Error>
where
    T: for<'a> Serialize<HighSerializer<Bytes, ArenaHandle<'a>, rancor::Error>>,
{
    let mut bytes = Bytes::new();
    bytes.extend_from_slice(&[0; HEADER]);
    let mut bytes = rkyv::api::high::to_bytes_in::<_, rancor::Error>(root, bytes)
        .map_err(|error| Error::Archive(error.to_string()))?;
    let payload = &bytes[HEADER..];
    let length = u32::try_from(payload.len())
        .map_err(|_| Error::Archive("a corpus must stay under 4 GiB".to_owned()))?;
    let checksum = crc32(payload);
    bytes[..8].copy_from_slice(&magic);
    bytes[8..12].copy_from_slice(&FORMAT_VERSION.to_le_bytes());
    bytes[12..16].copy_from_slice(&length.to_le_bytes());
    bytes[16..20].copy_from_slice(&checksum.to_le_bytes());
    let header = crc32(&bytes[..20]);
    bytes[20..24].copy_from_slice(&header.to_le_bytes());
    Ok(bytes)
}

fn open_as<T>(magic: Magic, bytes: &[u8]) -> Result<&T, Error>
where
    T: Portable + for<'a> CheckBytes<HighValidator<'a, rancor::Error>>,
{
    let payload = check_header(magic, bytes)?;
    if crc32(payload) != u32_at(bytes, 16) {
        return Err(Error::Checksum);
    }
    rkyv::access::<T, rancor::Error>(payload).map_err(|error| Error::Archive(error.to_string()))
}

fn check_header(magic: Magic, bytes: &[u8]) -> Result<&[u8], Error> {
    if bytes.get(..8) != Some(&magic) {
        return Err(Error::Magic);
    }
    if bytes.len() < HEADER {
        return Err(Error::Length { expected: HEADER, got: bytes.len() });
    }
    if u32_at(bytes, 8) != FORMAT_VERSION {
        return Err(Error::Version { expected: FORMAT_VERSION, got: u32_at(bytes, 8) });
    }
    if crc32(&bytes[..20]) != u32_at(bytes, 20) {
        return Err(Error::Checksum);
    }
    let expected = HEADER + u32_at(bytes, 12) as usize;
    if bytes.len() != expected {
        return Err(Error::Length { expected, got: bytes.len() });
    }
    if !(bytes.as_ptr() as usize).is_multiple_of(ALIGNMENT) {
        return Err(Error::Alignment);
    }
    Ok(&bytes[HEADER..])
}

pub(crate) fn crc32(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}

fn u32_at(bytes: &[u8], offset: usize) -> u32 {
    u32::from_le_bytes(bytes[offset..offset + 4].try_into().expect("four bytes"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Differences, Index, Localized, Postings, Words};

    fn corpus() -> Corpus {
        let mut index = Index { characters: vec!['朝' as u32], ..Index::default() };
        index.character_postings.push(&[0, 3, 200, 70_000]);
        index.words.push("a");
        index.words.push("aid");
        index.words.push("air");
        Corpus {
            id: "test".to_owned(),
            version: "0".to_owned(),
            title: Localized::one("en", "A test"),
            description: Localized::default(),
            rights: Localized::default(),
            languages: vec![],
            documents: vec![],
            passages: vec![],
            ids: Default::default(),
            labels: Default::default(),
            similar: Default::default(),
            schemes: vec![],
            events: vec![],
            facets: vec![],
            fold: Default::default(),
            unfolding: Default::default(),
            index,
            lexicon: Default::default(),
        }
    }

    #[test]
    fn differences_come_back_pair_by_pair() {
        // More than a block of lists; none, one and so many stretches that they take more than a byte can say.
        let spans = |n: u32| -> Vec<std::ops::Range<usize>> {
            let many = if n == 50 { 200 } else { n as usize % 3 };
            (0..many).map(|span| span * 300 + n as usize..span * 300 + n as usize + 7).collect()
        };
        let mut differences = Differences::default();
        (0..100).for_each(|n| differences.push(n / 2, n, &spans(n)));
        let bytes = write_appendix(&Appendix { differences, ..Appendix::default() }).unwrap();
        let differences = &open_appendix(&bytes).unwrap().differences;
        for n in 0..100 {
            let found: Vec<_> = differences.between(n as usize / 2, n as usize).collect();
            assert_eq!(found, spans(n), "{n}");
        }
        assert_eq!(differences.between(3, 5).count(), 0);
    }

    #[test]
    fn what_is_written_is_read_where_it_lies() {
        let bytes = write(&corpus()).unwrap();
        let image = Image::open(&bytes).unwrap();
        assert_eq!(image.title.text("zh-Hans"), "A test");
        let list: Vec<u32> = image.index.character_postings.list(0).collect();
        assert_eq!(list, [0, 3, 200, 70_000]);
        assert_eq!(image.index.words.with_prefix("ai"), 1..3);
        assert_eq!(image.index.words.find("air"), Some(2));
        assert_eq!(image.index.words.find("b"), None);
        // SAFETY: `write` has just written these bytes.
        assert!(unsafe { Image::open_trusted(&bytes) }.is_ok());
    }

    #[test]
    fn the_longest_beginning_is_what_trying_all_gives() {
        let letters = ["a", "b", "朝", "鮮"];
        let of = |n: usize, length: usize| -> String {
            (0..length as u32).map(|place| letters[n / 4usize.pow(place) % 4]).collect()
        };
        let mut words: Vec<String> = (1..=4)
            .flat_map(|length| (0..4usize.pow(length as u32)).map(move |n| of(n, length)))
            .collect();
        words.sort();
        words.dedup();
        // Two of three, so that there are gaps; more than fit into one block.
        let words: Vec<String> = words
            .into_iter()
            .enumerate()
            .filter(|(n, _)| n % 3 != 1)
            .map(|(_, word)| word)
            .collect();
        let mut corpus = corpus();
        corpus.index.words = Words::of(&words);
        let bytes = write(&corpus).unwrap();
        let image = Image::open(&bytes).unwrap();
        for text in (0..4usize.pow(6)).map(|n| of(n, 6)).chain([String::new(), "c".to_owned()]) {
            let all = words.iter().filter(|word| text.starts_with(word.as_str()));
            let longest = all.max_by_key(|word| word.len()).map(String::as_str);
            assert_eq!(image.index.words.longest_beginning(&text), longest, "{text}");
        }
    }

    #[test]
    fn a_wrong_image_is_a_clear_error() {
        let good = write(&corpus()).unwrap();
        let changed = |at: usize| {
            let mut bytes = Bytes::new();
            bytes.extend_from_slice(&good);
            bytes[at] ^= 1;
            Image::open(&bytes).map(|_| ()).unwrap_err()
        };
        assert_eq!(changed(0), Error::Magic);
        assert!(matches!(changed(8), Error::Version { expected: FORMAT_VERSION, .. }));
        assert_eq!(changed(13), Error::Checksum);
        assert_eq!(changed(HEADER + 5), Error::Checksum);
        let cut = Image::open(&good[..good.len() - 1]).map(|_| ()).unwrap_err();
        assert!(matches!(cut, Error::Length { .. }));
        assert_eq!(Image::open(&[]).map(|_| ()).unwrap_err(), Error::Magic);
        assert_eq!(open_appendix(&good).map(|_| ()).unwrap_err(), Error::Magic);
    }

    #[test]
    fn an_appendix_is_an_image_of_its_own() {
        let mut appendix = Appendix::default();
        appendix.rules.push("a rule");
        let bytes = write_appendix(&appendix).unwrap();
        assert_eq!(open_appendix(&bytes).unwrap().rules.get(0), "a rule");
        // SAFETY: `write_appendix` has just written these bytes.
        assert!(unsafe { open_trusted_appendix(&bytes) }.is_ok());
        assert_eq!(Image::open(&bytes).map(|_| ()).unwrap_err(), Error::Magic);
    }

    #[test]
    fn postings_of_empty_lists_are_empty() {
        let mut postings = Postings::default();
        postings.push(&[]);
        postings.push(&[7]);
        let mut corpus = corpus();
        corpus.index.word_postings = postings;
        corpus.index.words = Words::default();
        let bytes = write(&corpus).unwrap();
        let image = Image::open(&bytes).unwrap();
        assert_eq!(image.index.word_postings.list(0).count(), 0);
        assert_eq!(image.index.word_postings.list(1).collect::<Vec<_>>(), [7]);
        assert!(image.index.words.is_empty());
    }
}
