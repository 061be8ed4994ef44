//! What was measured, as Markdown.

use std::fmt::Write as _;

use super::Measured;
use super::host::Latency;

/// All tables.
pub fn report(all: &[Measured]) -> String {
    [corpora(all), parts(all), search(all), pages(all), peers(all)]
        .into_iter()
        .filter(|table| !table.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn mb(bytes: f64) -> String {
    format!("{:.2} MB", bytes / 1e6)
}

fn ms(time: f64) -> String {
    format!("{time:.3}")
}

fn corpora(all: &[Measured]) -> String {
    let mut table = String::from(
        "| corpus | documents | passages | text | compiled in | image | image / text |\n|---|--:|--:|--:|--:|--:|--:|\n",
    );
    for Measured { corpus, host, .. } in all {
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {:.1} s | {} | {:.1} |",
            corpus.name,
            host.documents,
            host.passages,
            mb(host.text as f64),
            host.compile_ms / 1000.0,
            mb(host.image as f64),
            host.image as f64 / host.text.max(1) as f64
        );
    }
    table
}

/// A column a corpus, the parts below each other.
fn parts(all: &[Measured]) -> String {
    let Some(first) = all.first() else {
        return String::new();
    };
    let names = all.iter().map(|measured| format!(" {} |", measured.corpus.name));
    let mut table = format!("| of the image, per cent |{}\n|---|", names.collect::<String>());
    table.push_str(&"--:|".repeat(all.len()));
    table.push('\n');
    for (n, (name, _)) in first.host.parts.iter().enumerate() {
        let shares = all.iter().map(|measured| {
            let share = measured.host.parts[n].1 as f64 / measured.host.image.max(1) as f64;
            format!(" {:.1} |", share * 100.0)
        });
        let _ = writeln!(table, "| {name} |{}", shares.collect::<String>());
    }
    table
}

fn search(all: &[Measured]) -> String {
    let mut table = String::from(
        "| search, all counts, ten excerpts (ms) | where | median | p95 | max | slowest query, its median |\n|---|---|--:|--:|--:|---|\n",
    );
    for Measured { corpus, host, page, .. } in all {
        row(&mut table, &corpus.name, "host", &host.search);
        if let Some(page) = page {
            row(&mut table, &corpus.name, "browser", &page.search);
        }
    }
    table
}

fn row(table: &mut String, corpus: &str, place: &str, latency: &Latency) {
    let Latency { median, p95, max, slowest } = latency;
    let slowest = slowest.as_ref().map_or(String::new(), |(query, median)| {
        format!("`{}`, {}", query.replace('|', "\\|"), ms(*median))
    });
    let (median, p95, max) = (ms(*median), ms(*p95), ms(*max));
    let _ = writeln!(table, "| {corpus} | {place} | {median} | {p95} | {max} | {slowest} |");
}

fn pages(all: &[Measured]) -> String {
    let pages: Vec<_> =
        all.iter().filter_map(|measured| Some((measured, measured.page.as_ref()?))).collect();
    if pages.is_empty() {
        return String::new();
    }
    let mut table = String::from(
        "| page | site built in | ready (ms) | of which beyond the fetch | wasm memory at ready | after the queries |\n|---|--:|--:|--:|--:|--:|\n",
    );
    for (measured, page) in pages {
        let _ = writeln!(
            table,
            "| {} | {:.0} s | {:.0} | {:.0} | {} | {} |",
            measured.corpus.name,
            page.build_s,
            page.ready,
            page.ready - page.fetched,
            mb(page.memory[0] as f64),
            mb(page.memory[1] as f64)
        );
    }
    table
}

/// Each contestant with its ratio to this page, which is the first.
fn peers(all: &[Measured]) -> String {
    if all.iter().all(|measured| measured.peers.is_empty()) {
        return String::new();
    }
    let mut table = String::from(
        "| corpus | contestant | ready (ms) | × | memory | median | p95 | × | max | finds |\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for measured in all {
        let Some(own) = measured.peers.first() else {
            continue;
        };
        for costs in &measured.peers {
            let name = &measured.corpus.name;
            if let Some(failed) = &costs.failed {
                let _ = writeln!(table, "| {name} | {} | {failed} | | | | | | | |", costs.name);
                continue;
            }
            let [median, p95, max] = costs.search;
            let _ = writeln!(
                table,
                "| {name} | {} | {:.0} | {:.1} | {} | {} | {} | {:.1} | {} | {:.0} % |",
                costs.name,
                costs.ready,
                costs.ready / own.ready,
                mb(costs.memory),
                ms(median),
                ms(p95),
                p95 / own.search[1],
                ms(max),
                costs.recall * 100.0
            );
        }
    }
    table
}
