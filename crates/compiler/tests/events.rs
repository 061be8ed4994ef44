//! What happened and who says so: events of the project's own corpus as a snapshot, and what must hold
//! for any corpus.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use expect_test::{expect, expect_file};
use vitrine_compiler::compile;
use vitrine_corpus::model::Role;
use vitrine_corpus::{Image, json};

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds")
}

/// The events of a folder, those with several witnesses in full.
fn events(folder: &Path) -> String {
    let compiled = compile(folder).unwrap_or_else(|problems| panic!("{problems}"));
    let image = Image::open(&compiled.image).unwrap();
    let mut text = String::new();
    for n in 0..image.events.len() {
        let event = json::event(&image, n);
        let who = [event.actors.as_slice(), event.people.as_slice()].concat().join(", ");
        let conflict = if event.agrees { "" } else { " (they differ)" };
        let line = format!("{}{conflict} {who}", event.edtf);
        writeln!(text, "{}", line.trim_end()).unwrap();
        for witness in event.witnesses {
            writeln!(text, "    {} {}: {}", witness.id, witness.edtf, witness.text).unwrap();
        }
    }
    text
}

/// A corpus of these documents under the project's own schemes, in a folder of this test.
fn corpus_of(name: &str, documents: &[&str]) -> String {
    let folder = std::env::temp_dir().join(format!("vitrine-events-{name}-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("schemes")).unwrap();
    for entry in std::fs::read_dir(seeds().join("schemes")).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, folder.join("schemes").join(path.file_name().unwrap())).unwrap();
    }
    for (n, text) in documents.iter().enumerate() {
        std::fs::write(folder.join(format!("{n}.txt")), text).unwrap();
    }
    let events = events(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    events
}

#[test]
fn the_events_of_the_corpus_are_as_the_snapshot_says() {
    expect_file!["snapshots/events.txt"].assert_eq(&events(&seeds()));
}

#[test]
fn every_date_of_running_text_belongs_to_one_event() {
    let compiled = compile(&seeds()).unwrap_or_else(|problems| panic!("{problems}"));
    let image = Image::open(&compiled.image).unwrap();
    let mut homes: BTreeMap<(u32, u32), Vec<u32>> = BTreeMap::new();
    for (n, event) in image.events.iter().enumerate() {
        for witness in event.witnesses.iter() {
            let (passage, date) = (witness.passage.to_native(), witness.date.to_native());
            homes.entry((passage, date)).or_default().push(n as u32);
            let n = passage as usize;
            let passage = &image.passages[n];
            let clause = witness.clause.range();
            let words = passage.dates()[date as usize].span.range();
            assert!(
                clause.start <= words.start && words.end <= clause.end,
                "{}",
                image.passage_id(n)
            );
        }
    }
    for (n, passage) in image.passages.iter().enumerate() {
        let tells = matches!(passage.role.get(), Role::Content | Role::Caption)
            && passage.repeats().is_none();
        for (place, date) in passage.dates().iter().enumerate() {
            let event = date.event.as_ref().map(|event| event.to_native());
            let homes = homes.remove(&(n as u32, place as u32)).unwrap_or_default();
            assert_eq!(homes, Vec::from_iter(event), "{}", image.passage_id(n));
            assert_eq!(event.is_some(), tells, "{}", image.passage_id(n));
        }
    }
}

#[test]
fn witnesses_in_two_languages_and_at_two_precisions_stand_together() {
    let events = corpus_of(
        "precision",
        &[
            "Report\n\nOn 28 March 2024, Russia vetoed a Security Council resolution on North Korea.",
            "報告\n\n2024年3月28日,俄羅斯在安理會否決了涉朝鮮的決議草案。\n\n2024年3月,中國與日本舉行了會談。",
        ],
    );
    expect![[r#"
        2024-03 CN, JP
            1.c26cvlcc 2024-03: 2024年3月,中國與日本舉行了會談
        2024-03-28 RU, KP, UN
            0.agpnjwnx 2024-03-28: On 28 March 2024, Russia vetoed a Security Council resolution on North Korea
            1.5fqq2knz 2024-03-28: 2024年3月28日,俄羅斯在安理會否決了涉朝鮮的決議草案
    "#]]
    .assert_eq(&events);
}

#[test]
fn what_sources_date_differently_stands_side_by_side() {
    let events = corpus_of(
        "conflict",
        &[
            "Report\n\nThe consulate in the harbour town was opened in June 1991 by the deputy governor.",
            "Memoir\n\nThe consulate in the harbour town was opened in July 1991 by the deputy governor.",
            "Other\n\nIn July 1991 rain flooded the lower fields of the valley.",
        ],
    );
    expect![[r#"
        1991-06 (they differ)
            0.6bweylfy 1991-06: The consulate in the harbour town was opened in June 1991 by the deputy governor
            1.3x4tepa2 1991-07: The consulate in the harbour town was opened in July 1991 by the deputy governor
        1991-07
            2.l3uwwmmn 1991-07: In July 1991 rain flooded the lower fields of the valley
    "#]]
    .assert_eq(&events);
}

#[test]
fn two_things_of_one_day_stay_two() {
    let events = corpus_of(
        "apart",
        &[
            "新聞\n\n2024年6月24日,歐盟批准第14輪對俄製裁措施。\n\n2024年6月24日,日本與韓國舉行海上演習。",
        ],
    );
    expect![[r#"
        2024-06-24 RU, EU
            0.5ipzpjti 2024-06-24: 2024年6月24日,歐盟批准第14輪對俄製裁措施
        2024-06-24 KR, JP
            0.vjwszylo 2024-06-24: 2024年6月24日,日本與韓國舉行海上演習
    "#]]
    .assert_eq(&events);
}
