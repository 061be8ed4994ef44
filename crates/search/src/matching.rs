//! Which passages does a reading find, and how well?
//!
//! In two steps. A [`Plan`] says for each part of the query where it can be at all, from the postings
//! alone. Then passages are looked at, and of several parts that must all be there only where all of
//! them can be.

use std::ops::Range;

use vitrine_corpus::edtf::Edtf;
use vitrine_corpus::facet::{YEAR, position};
use vitrine_corpus::model::{Answer, ArchivedCorpus, ArchivedFigure};
use vitrine_corpus::text::{contains_words, is_unspaced, stem};

use crate::bitset::Bitset;
use crate::needle::Seeker;
use crate::query::{FigureTest, How, Label, Needle, Node, Reading, Term};
use crate::rank::{self, Asked};

/// A percentage, as readers write it; figures have it in words.
pub(crate) const PERCENT: &str = "%";

/// What a reading finds.
pub(crate) struct Found {
    pub(crate) passages: Bitset,
    /// By passage; empty if the query has no words to rank by.
    pub(crate) scores: Vec<f32>,
}

impl Found {
    /// Has these passages come first, found or not, in their own order among each other.
    pub(crate) fn put_first(&mut self, passages: &[usize]) {
        self.scores.resize(self.passages.size(), 0.0);
        let best = self.scores.iter().copied().fold(0.0, f32::max);
        for &passage in passages {
            self.passages.insert(passage);
            self.scores[passage] += 2.0 * best + 1.0;
        }
    }
}

/// The passages of a reading, before any facet.
pub(crate) fn evaluate(corpus: &ArchivedCorpus, reading: &Reading) -> Found {
    let everything = Bitset::full(corpus.passages.len());
    let Some(root) = &reading.root else {
        return Found { passages: everything, scores: Vec::new() };
    };
    let mut evaluation = Evaluation::new(corpus);
    let passages = evaluation.node(&plan(corpus, root), &everything, true);
    Found { passages, scores: evaluation.scores }
}

/// What has most of a query, those passages first that have `all` of it.
pub(crate) fn first_then(all: &Bitset, mut most: Found) -> Found {
    let best = most.scores.iter().copied().fold(0.0, f32::max);
    for passage in all.both(&most.passages) {
        // Twice, so that what nearness adds to another does not bring it before.
        most.scores[passage] += 2.0 * best;
    }
    most
}

/// A node, and where it can match.
enum Plan<'a> {
    All(Vec<Plan<'a>>),
    Any(Vec<Plan<'a>>),
    Most(Vec<Plan<'a>>, Asked, Answer),
    Not(Box<Plan<'a>>),
    /// What looks for each needle that needs to be looked for, and the passages that have a date or a figure if one is meant.
    Term {
        term: &'a Term,
        needles: Vec<Option<&'a Seeker>>,
        valued: Option<Bitset>,
        /// The passages that are labelled as being about it.
        labelled: Option<Bitset>,
    },
    /// Exactly these.
    Values(Bitset),
    Date(&'a Edtf, Bitset),
    Figure(&'a FigureTest, Bitset),
}

fn plan<'a>(corpus: &ArchivedCorpus, node: &'a Node) -> Plan<'a> {
    let all = |nodes: &'a [Node]| nodes.iter().map(|node| plan(corpus, node)).collect();
    match node {
        Node::All(nodes) => Plan::All(all(nodes)),
        Node::Any(nodes) => Plan::Any(all(nodes)),
        Node::Most(nodes, asked, answer) => Plan::Most(all(nodes), *asked, *answer),
        Node::Not(node) => Plan::Not(Box::new(plan(corpus, node))),
        Node::Term(term) => {
            let needles =
                term.needles.iter().enumerate().map(|(n, needle)| {
                    (!is_covered(&term.needles, n)).then(|| needle.seeker(corpus))
                });
            let needles = needles.collect();
            let mut valued = term.date.map(|_| with_dates(corpus));
            if term.figure.is_some() {
                let figures = with_figures(corpus);
                match &mut valued {
                    Some(dates) => dates.unite(&figures),
                    None => valued = Some(figures),
                }
            }
            let labels = term.labels.iter().copied();
            let labelled = (!term.labels.is_empty()).then(|| having(corpus, labels));
            Plan::Term { term, needles, valued, labelled }
        }
        Node::Values { facet, values } => {
            let labels = values.iter().map(|&value| Label { facet: *facet, value });
            Plan::Values(having(corpus, labels))
        }
        Node::Date(date) => Plan::Date(date, with_dates(corpus)),
        Node::Figure(test) => Plan::Figure(test, with_figures(corpus)),
    }
}

/// The passages that have any of these facet values.
fn having(corpus: &ArchivedCorpus, labels: impl Iterator<Item = Label>) -> Bitset {
    let mut having = Bitset::empty(corpus.passages.len());
    for Label { facet, value } in labels {
        corpus.facets[facet].of_value(value).for_each(|passage| having.insert(passage));
    }
    having
}

/// Whether wherever needle `n` stands, another one stands that counts as much: 朝鮮 within 北朝鮮. Then
/// nothing is found by looking for it.
fn is_covered(needles: &[Needle], n: usize) -> bool {
    let needle = &needles[n];
    needles.iter().any(|other| {
        other.folded.len() < needle.folded.len()
            && rank::weight(other.how) >= rank::weight(needle.how)
            // What is only of the kind makes no match by itself.
            && (other.how != How::Related || needle.how == How::Related)
            && needle.folded.contains(&other.folded)
            // In scripts with spaces it would have to stand there as a word.
            && other.folded.chars().all(is_unspaced)
    })
}

fn with_dates(corpus: &ArchivedCorpus) -> Bitset {
    let years = &corpus.facets[YEAR];
    passages_where(corpus, |passage| years.of_passage(passage).next().is_some())
}

fn with_figures(corpus: &ArchivedCorpus) -> Bitset {
    passages_where(corpus, |passage| !corpus.passages[passage].figures().is_empty())
}

fn passages_where(corpus: &ArchivedCorpus, test: impl Fn(usize) -> bool) -> Bitset {
    let mut matches = Bitset::empty(corpus.passages.len());
    (0..corpus.passages.len()).filter(|&n| test(n)).for_each(|n| matches.insert(n));
    matches
}

impl Plan<'_> {
    /// Whether it is of a word that says little by itself.
    fn is_light(&self, corpus: &ArchivedCorpus) -> bool {
        match self {
            Plan::Term { term, .. } => term
                .needles
                .first()
                .is_some_and(|own| corpus.lexicon.light_words.find(&stem(&own.folded)).is_some()),
            Plan::Any(plans) => plans.first().is_some_and(|plan| plan.is_light(corpus)),
            _ => false,
        }
    }

    /// Takes out of `scope` what cannot match.
    fn narrow(&self, scope: &mut Bitset) {
        match self {
            Plan::All(plans) => plans.iter().for_each(|plan| plan.narrow(scope)),
            Plan::Any(plans) => {
                let mut any = Bitset::empty(scope.size());
                for plan in plans {
                    let mut part = scope.clone();
                    plan.narrow(&mut part);
                    any.unite(&part);
                }
                *scope = any;
            }
            Plan::Term { needles, valued, .. } => {
                let looked_for = needles.iter().flatten().map(|seeker| &seeker.candidates);
                let sets = || looked_for.clone().chain(valued);
                let mut first = sets();
                match (first.next(), first.next()) {
                    (Some(only), None) => scope.intersect(only),
                    _ => {
                        let mut any = Bitset::empty(scope.size());
                        sets().for_each(|set| any.unite(set));
                        scope.intersect(&any);
                    }
                }
            }
            Plan::Values(set) | Plan::Date(_, set) | Plan::Figure(_, set) => scope.intersect(set),
            Plan::Most(..) | Plan::Not(_) => {}
        }
    }
}

/// What is gathered while passages are looked at.
struct Evaluation<'a> {
    corpus: &'a ArchivedCorpus,
    scores: Vec<f32>,
    /// How often the term at hand stands in each passage; all zero between terms.
    times: Vec<f32>,
    /// How surely each passage has the term that was looked for last.
    sure: Vec<f32>,
    /// The passages that have the term, or only what is related to it: more than those that match.
    told: Bitset,
    /// Whether what is evaluated is a part of a few words that need not all be there.
    is_brief: bool,
    /// How much a term counts that is evaluated.
    weight: f32,
}

impl<'a> Evaluation<'a> {
    fn new(corpus: &'a ArchivedCorpus) -> Evaluation<'a> {
        let size = corpus.passages.len();
        let (times, sure) = (vec![0.0; size], vec![0.0; size]);
        Evaluation {
            corpus,
            scores: Vec::new(),
            times,
            sure,
            told: Bitset::empty(size),
            is_brief: false,
            weight: 1.0,
        }
    }

    /// The passages of `scope` that match; `counts` if what matches makes a passage score.
    fn node(&mut self, plan: &Plan<'_>, scope: &Bitset, counts: bool) -> Bitset {
        let corpus = self.corpus;
        match plan {
            Plan::All(plans) => {
                let mut scope = scope.clone();
                plans.iter().for_each(|plan| plan.narrow(&mut scope));
                for plan in plans {
                    if scope.is_empty() {
                        break;
                    }
                    scope = self.node(plan, &scope, counts);
                }
                scope
            }
            Plan::Any(plans) => {
                let mut matches = Bitset::empty(scope.size());
                plans.iter().for_each(|plan| matches.unite(&self.node(plan, scope, counts)));
                matches
            }
            Plan::Not(plan) => {
                let mut matches = self.node(plan, scope, false);
                matches.complement();
                matches.intersect(scope);
                matches
            }
            Plan::Most(plans, asked, answer) => self.most(plans, *asked, *answer, scope),
            Plan::Term { term, needles, valued, labelled } => {
                self.term(term, needles, valued.as_ref(), labelled.as_ref(), scope, counts)
            }
            Plan::Values(set) => {
                let mut matches = scope.clone();
                matches.intersect(set);
                matches
            }
            Plan::Date(asked, having) => self.date(asked, having, scope, counts),
            Plan::Figure(test, having) => within(scope, having, |passage| {
                let mut figures = corpus.passages[passage].figures().iter();
                figures.any(|figure| figure_passes(corpus, passage, figure, test))
            }),
        }
    }

    /// The passages with a date that can be the one asked for; those score more that are as exact as it.
    fn date(&mut self, asked: &Edtf, having: &Bitset, scope: &Bitset, counts: bool) -> Bitset {
        let corpus = self.corpus;
        let mut matches = Bitset::empty(scope.size());
        for passage in having.both(scope) {
            let dates = corpus.passages[passage].dates().iter();
            let exact = dates.filter_map(|date| {
                rank::exactness(asked, date.first_day.to_native(), date.last_day.to_native())
            });
            let Some(exact) = exact.reduce(f32::max) else { continue };
            matches.insert(passage);
            if counts {
                self.scores.resize(scope.size(), 0.0);
                // A heading tells of no date more than a text.
                let role = rank::role_weight(corpus.passages[passage].role.get()).min(1.0);
                self.scores[passage] += exact * role;
            }
        }
        matches
    }

    /// The passages that have a term. What only stands for the term counts less.
    fn term(
        &mut self,
        term: &Term,
        needles: &[Option<&Seeker>],
        valued: Option<&Bitset>,
        labelled: Option<&Bitset>,
        scope: &Bitset,
        counts: bool,
    ) -> Bitset {
        let corpus = self.corpus;
        let mut matches = Bitset::empty(scope.size());
        let mut possible = Bitset::empty(scope.size());
        self.told = Bitset::empty(scope.size());
        self.sure.fill(0.0);
        for (needle, seeker) in term.needles.iter().zip(needles) {
            let Some(seeker) = seeker else { continue };
            let weight = rank::weight(needle.how);
            possible.unite(&seeker.candidates);
            for passage in seeker.candidates.both(scope) {
                let times = seeker.hits(corpus, passage).count();
                if times > 0 {
                    self.times[passage] += weight * times as f32;
                    self.sure[passage] = self.sure[passage].max(weight);
                    self.told.insert(passage);
                    // What is only of the kind tells something of a passage that has another word of the query.
                    if needle.how != How::Related {
                        matches.insert(passage);
                    }
                }
            }
        }
        if let Some(valued) = valued {
            possible.unite(valued);
            for passage in valued.both(scope) {
                let values = values(corpus, passage, term).count();
                // The words were counted already where they are the reader's own.
                if values > 0 && self.times[passage] == 0.0 {
                    self.times[passage] = values as f32;
                    self.sure[passage] = 1.0;
                    self.told.insert(passage);
                    matches.insert(passage);
                }
            }
        }
        for &passage in term.indexed.iter().filter(|&&passage| scope.contains(passage)) {
            self.times[passage] += rank::KEYWORD;
            self.sure[passage] = self.sure[passage].max(rank::KEYWORD);
            self.told.insert(passage);
            // A word of a keyword may be chance where each of few is meant.
            if !self.is_brief {
                matches.insert(passage);
            }
        }
        let found = self.told.len();
        if let Some(labelled) = labelled {
            for passage in labelled.both(scope) {
                self.times[passage] += rank::LABEL;
                self.sure[passage] = self.sure[passage].max(rank::LABEL);
                self.told.insert(passage);
            }
        }
        if counts {
            self.add_scores(term, needles, found, &possible, scope);
        }
        self.told.iter().for_each(|passage| self.times[passage] = 0.0);
        matches
    }

    /// Adds what the term at hand tells, which `found` passages have. If only some candidates were looked at, in how many
    /// passages it is is extrapolated from these.
    fn add_scores(
        &mut self,
        term: &Term,
        needles: &[Option<&Seeker>],
        found: usize,
        possible: &Bitset,
        scope: &Bitset,
    ) {
        let looked_at = possible.both(scope).count().max(1);
        // In 64 bits: in the browser the product of two of a large corpus' counts is more than a `usize`.
        let found = (found as u64 * possible.len() as u64).div_ceil(looked_at as u64) as usize;
        // A run of several words tells as much as they do.
        let rarity = self.weight * rank::rarity(scope.size(), found) * (1 + term.more_words) as f32;
        self.scores.resize(scope.size(), 0.0);
        let headings = self.headings(term, needles, possible);
        for passage in self.told.iter() {
            let sure = self.sure[passage];
            let above = self.corpus.above(passage).filter(|&heading| headings.contains(heading));
            let times = self.times[passage] / sure + rank::HEADING * above.count() as f32;
            self.scores[passage] += rarity * sure * rank::frequency(self.corpus, passage, times);
        }
    }

    /// The headings with the term, above passages that it tells something of.
    fn headings(&self, term: &Term, needles: &[Option<&Seeker>], possible: &Bitset) -> Bitset {
        let corpus = self.corpus;
        let (mut looked_at, mut having) =
            (Bitset::empty(possible.size()), Bitset::empty(possible.size()));
        let above = self.told.iter().flat_map(|passage| corpus.above(passage));
        for heading in above.filter(|&heading| possible.contains(heading)) {
            if !looked_at.contains(heading) {
                looked_at.insert(heading);
                let mut seekers = needles.iter().flatten();
                if seekers.any(|seeker| seeker.hits(corpus, heading).next().is_some())
                    || values(corpus, heading, term).next().is_some()
                {
                    having.insert(heading);
                }
            }
        }
        having
    }

    /// The passages that match one of the parts that need not all be there. `sure` becomes how surely, also
    /// for those that the part only tells something of; `told` has all of these.
    fn part(
        &mut self,
        plan: &Plan<'_>,
        scope: &Bitset,
        sure: &mut [f32],
        told: &mut Bitset,
    ) -> Bitset {
        if let Plan::Any(plans) = plan {
            let mut matches = Bitset::empty(scope.size());
            plans.iter().for_each(|plan| matches.unite(&self.part(plan, scope, sure, told)));
            return matches;
        }
        let matches = self.node(plan, scope, true);
        if let Plan::Term { .. } = plan {
            for passage in self.told.iter() {
                sure[passage] = sure[passage].max(self.sure[passage].sqrt());
            }
            told.unite(&self.told);
        } else {
            matches.iter().for_each(|passage| sure[passage] = 1.0);
            told.unite(&matches);
        }
        matches
    }

    /// Passages that have enough of the plans, by themselves and beside what has most of them: a rare one tells more than
    /// a frequent one. What they score falls with the square of what they lack.
    fn most(&mut self, plans: &[Plan<'_>], asked: Asked, answer: Answer, scope: &Bitset) -> Bitset {
        let size = scope.size();
        let before = std::mem::take(&mut self.scores);
        let (mut sure, mut shares) = (vec![0.0_f32; size], vec![0.0; size]);
        let mut matching = Bitset::empty(size);
        let mut hinted = Bitset::empty(size);
        let mut all = 0.0;
        self.is_brief = asked == Asked::Briefly;
        for plan in plans {
            let mut told = Bitset::empty(size);
            let is_light = plan.is_light(self.corpus);
            self.weight = if is_light { rank::LIGHT } else { 1.0 };
            let matches = self.part(plan, scope, &mut sure, &mut told);
            // What says little and is in no passage is no loss.
            let is_no_loss = is_light && matches.is_empty();
            let telling =
                if is_no_loss { 0.0 } else { self.weight * asked.telling(size, matches.len()) };
            all += telling;
            for passage in told.iter() {
                shares[passage] += telling * std::mem::take(&mut sure[passage]);
            }
            matching.unite(&matches);
            // What only hints at one word may be chance; at two, it is not.
            for passage in told.iter() {
                if hinted.contains(passage) {
                    matching.insert(passage);
                }
                hinted.insert(passage);
            }
        }
        (self.is_brief, self.weight) = (false, 1.0);
        let mut scores = std::mem::replace(&mut self.scores, before);
        scores.resize(size, 0.0);
        let best = matching.iter().map(|passage| shares[passage] / all).fold(0.0, f32::max);
        let enough = asked.enough().max(rank::BESIDE_BEST * best);
        let mut having = Bitset::empty(size);
        for (passage, score) in scores.iter_mut().enumerate() {
            let share = shares[passage] / all;
            if !matching.contains(passage) || share < enough {
                *score = 0.0;
                continue;
            }
            having.insert(passage);
            let answers = if has_answer(self.corpus, passage, answer) { rank::ANSWER } else { 1.0 };
            *score *= answers * share * share;
        }
        self.lend(&matching, &mut having, &mut scores);
        if self.scores.is_empty() {
            self.scores = scores;
        } else {
            having.iter().for_each(|passage| self.scores[passage] += scores[passage]);
        }
        having
    }

    /// A passage that says something of what its translation says more of is lent a part of what that
    /// scores.
    fn lend(&self, matching: &Bitset, having: &mut Bitset, scores: &mut [f32]) {
        let found = having.clone();
        for passage in found.iter() {
            if let Some(twin) = self.corpus.passages[passage].parallel() {
                let lent = rank::LENT * scores[passage];
                if matching.contains(twin) && lent > scores[twin] {
                    having.insert(twin);
                    scores[twin] = lent;
                }
            }
        }
    }
}

/// Whether a passage has what answers a question.
pub(crate) fn has_answer(corpus: &ArchivedCorpus, n: usize, answer: Answer) -> bool {
    let passage = &corpus.passages[n];
    match answer {
        Answer::Words => false,
        Answer::Figure => !passage.figures().is_empty(),
        Answer::Date => !passage.dates().is_empty(),
        Answer::Person => position("person")
            .is_some_and(|facet| corpus.facets[facet].of_passage(n).next().is_some()),
    }
}

fn within(scope: &Bitset, having: &Bitset, test: impl Fn(usize) -> bool) -> Bitset {
    let mut matches = Bitset::empty(scope.size());
    having.both(scope).filter(|&n| test(n)).for_each(|n| matches.insert(n));
    matches
}

/// Whether a figure of passage `n` is one that is meant.
pub(crate) fn figure_passes(
    corpus: &ArchivedCorpus,
    n: usize,
    figure: &ArchivedFigure,
    test: &FigureTest,
) -> bool {
    let lower = figure.value.to_native();
    let upper = figure.upper.as_ref().map_or(lower, |upper| upper.to_native());
    lower <= test.at_most && upper >= test.at_least && is_of_unit(corpus, n, figure, test)
}

/// Whether a figure of passage `n` is of the unit that is meant, by a name of it or by its own words.
fn is_of_unit(
    corpus: &ArchivedCorpus,
    n: usize,
    figure: &ArchivedFigure,
    test: &FigureTest,
) -> bool {
    let Some(own) = test.units.first() else { return true };
    let is_one = |text: &str| {
        let text = corpus.fold.fold(text).text;
        test.units.iter().any(|unit| {
            let own = stem(unit);
            text == *unit || text.split(' ').any(|word| stem(word) == own)
        })
    };
    is_one(&figure.unit)
        || figure.currency.as_ref().is_some_and(|currency| is_one(currency))
        || (own == PERCENT && figure.unit == "percent")
        || {
            let Range { start, end } = figure.span.range();
            let span = corpus.folded_place(n, start)..corpus.folded_place(n, end);
            let written = &corpus.passages[n].folded[span];
            contains_words(written, own) || behind_number(written) == own
        }
}

/// What stands right behind the number with which a folded figure begins: km of 20km, which is no word by itself.
fn behind_number(written: &str) -> &str {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    written.trim_start_matches(is_number).trim()
}

/// Whether any figure is in this unit, a folded word of a script with spaces.
pub(crate) fn is_unit(corpus: &ArchivedCorpus, word: &str) -> bool {
    word.is_ascii()
        && (corpus.index.units.find(&stem(word)).is_some() || units(corpus, word).next().is_some())
}

/// The measures that may be written so, as figures call them, folded.
pub(crate) fn units<'a>(corpus: &'a ArchivedCorpus, name: &str) -> impl Iterator<Item = &'a str> {
    let name = [name, "="].concat();
    let names = &corpus.index.unit_names;
    names.among(names.with_prefix(&name)).map(move |known| &known[name.len()..])
}

/// The dates and figures of passage `n` that a term means: their places in its text.
pub(crate) fn values<'a>(
    corpus: &'a ArchivedCorpus,
    n: usize,
    term: &'a Term,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let passage = &corpus.passages[n];
    let dates = passage.dates().iter().filter(|date| {
        let (first, last) = (date.first_day.to_native(), date.last_day.to_native());
        term.date.is_some_and(|asked| asked.have(first, last))
    });
    let figures = passage.figures().iter().filter(move |figure| {
        term.figure.as_ref().is_some_and(|test| {
            let is_end = |value: f64| test.at_least <= value && value <= test.at_most;
            let upper = || figure.upper.as_ref().is_some_and(|upper| is_end(upper.to_native()));
            (is_end(figure.value.to_native()) || upper()) && is_of_unit(corpus, n, figure, test)
        })
    });
    dates.map(|date| date.span.range()).chain(figures.map(|figure| figure.span.range()))
}

/// Whether any passage has the needle.
pub(crate) fn is_found(corpus: &ArchivedCorpus, needle: &Needle) -> bool {
    first(corpus, needle).is_some()
}

/// The first passage that has the needle, and where in its folded text.
pub(crate) fn first(corpus: &ArchivedCorpus, needle: &Needle) -> Option<(usize, Range<usize>)> {
    let seeker = needle.seeker(corpus);
    let mut candidates = seeker.candidates.iter();
    candidates.find_map(|n| Some((n, seeker.hits(corpus, n).next()?)))
}
