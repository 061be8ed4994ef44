//! Which English words do not form their past or their plural by an ending? Those of use where one looks for words:
//! verbs that say nothing by themselves (be, have, do) are not here, nor are forms that mostly are another word
//! (left, bound, ground, won). And which words does British English spell otherwise than by a rule?

/// The forms, in alphabetical order, each with the word that it is a form of.
static FORMS: [(&str, &str); 224] = [
    ("agreed", "agree"),
    ("analyses", "analysis"),
    ("appendices", "appendix"),
    ("arisen", "arise"),
    ("arose", "arise"),
    ("ate", "eat"),
    ("awoke", "awake"),
    ("awoken", "awake"),
    ("bacteria", "bacterium"),
    ("beaten", "beat"),
    ("became", "become"),
    ("began", "begin"),
    ("begun", "begin"),
    ("bent", "bend"),
    ("bitten", "bite"),
    ("bled", "bleed"),
    ("blew", "blow"),
    ("blown", "blow"),
    ("bore", "bear"),
    ("borne", "bear"),
    ("bought", "buy"),
    ("bred", "breed"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("burnt", "burn"),
    ("buses", "bus"),
    ("calves", "calf"),
    ("came", "come"),
    ("caught", "catch"),
    ("children", "child"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("clung", "cling"),
    ("crept", "creep"),
    ("crises", "crisis"),
    ("criteria", "criterion"),
    ("curricula", "curriculum"),
    ("dealt", "deal"),
    ("decreed", "decree"),
    ("disagreed", "disagree"),
    ("drank", "drink"),
    ("drawn", "draw"),
    ("drew", "draw"),
    ("driven", "drive"),
    ("drove", "drive"),
    ("drunk", "drink"),
    ("dug", "dig"),
    ("dwelt", "dwell"),
    ("eaten", "eat"),
    ("fallen", "fall"),
    ("fed", "feed"),
    ("feet", "foot"),
    ("fell", "fall"),
    ("felt", "feel"),
    ("fled", "flee"),
    ("flew", "fly"),
    ("flown", "fly"),
    ("flung", "fling"),
    ("forbade", "forbid"),
    ("forbidden", "forbid"),
    ("foresaw", "foresee"),
    ("foreseen", "foresee"),
    ("forgave", "forgive"),
    ("forgiven", "forgive"),
    ("forgot", "forget"),
    ("forgotten", "forget"),
    ("fought", "fight"),
    ("found", "find"),
    ("freed", "free"),
    ("froze", "freeze"),
    ("frozen", "freeze"),
    ("gases", "gas"),
    ("gave", "give"),
    ("geese", "goose"),
    ("given", "give"),
    ("goes", "go"),
    ("gone", "go"),
    ("got", "get"),
    ("gotten", "get"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("guaranteed", "guarantee"),
    ("halves", "half"),
    ("heard", "hear"),
    ("held", "hold"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("hung", "hang"),
    ("hypotheses", "hypothesis"),
    ("indices", "index"),
    ("kept", "keep"),
    ("knelt", "kneel"),
    ("knew", "know"),
    ("knives", "knife"),
    ("known", "know"),
    ("laid", "lay"),
    ("leant", "lean"),
    ("leapt", "leap"),
    ("learnt", "learn"),
    ("led", "lead"),
    ("lent", "lend"),
    ("lives", "life"),
    ("loaves", "loaf"),
    ("lost", "lose"),
    ("made", "make"),
    ("meant", "mean"),
    ("memoranda", "memorandum"),
    ("men", "man"),
    ("met", "meet"),
    ("mice", "mouse"),
    ("misled", "mislead"),
    ("mistaken", "mistake"),
    ("mistook", "mistake"),
    ("nuclei", "nucleus"),
    ("outgrew", "outgrow"),
    ("outgrown", "outgrow"),
    ("overcame", "overcome"),
    ("oversaw", "oversee"),
    ("overseen", "oversee"),
    ("overtaken", "overtake"),
    ("overthrew", "overthrow"),
    ("overthrown", "overthrow"),
    ("overtook", "overtake"),
    ("oxen", "ox"),
    ("paid", "pay"),
    ("phenomena", "phenomenon"),
    ("pluses", "plus"),
    ("proven", "prove"),
    ("ran", "run"),
    ("rang", "ring"),
    ("rebuilt", "rebuild"),
    ("referenda", "referendum"),
    ("repaid", "repay"),
    ("resold", "resell"),
    ("ridden", "ride"),
    ("risen", "rise"),
    ("rode", "ride"),
    ("rose", "rise"),
    ("rung", "ring"),
    ("said", "say"),
    ("sang", "sing"),
    ("sank", "sink"),
    ("sat", "sit"),
    ("saw", "see"),
    ("seen", "see"),
    ("sent", "send"),
    ("shaken", "shake"),
    ("shelves", "shelf"),
    ("shone", "shine"),
    ("shook", "shake"),
    ("shot", "shoot"),
    ("shown", "show"),
    ("shrank", "shrink"),
    ("shrunk", "shrink"),
    ("slain", "slay"),
    ("slept", "sleep"),
    ("slew", "slay"),
    ("slid", "slide"),
    ("sold", "sell"),
    ("sought", "seek"),
    ("sped", "speed"),
    ("spent", "spend"),
    ("spilt", "spill"),
    ("spoilt", "spoil"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("sprang", "spring"),
    ("sprung", "spring"),
    ("spun", "spin"),
    ("stimuli", "stimulus"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("stood", "stand"),
    ("strata", "stratum"),
    ("stricken", "strike"),
    ("striven", "strive"),
    ("strove", "strive"),
    ("struck", "strike"),
    ("stuck", "stick"),
    ("stung", "sting"),
    ("sung", "sing"),
    ("sunk", "sink"),
    ("swam", "swim"),
    ("swept", "sweep"),
    ("swore", "swear"),
    ("sworn", "swear"),
    ("swum", "swim"),
    ("swung", "swing"),
    ("taken", "take"),
    ("taught", "teach"),
    ("teeth", "tooth"),
    ("thieves", "thief"),
    ("thought", "think"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("told", "tell"),
    ("took", "take"),
    ("tore", "tear"),
    ("torn", "tear"),
    ("understood", "understand"),
    ("undertaken", "undertake"),
    ("undertook", "undertake"),
    ("undid", "undo"),
    ("undone", "undo"),
    ("upheld", "uphold"),
    ("went", "go"),
    ("wept", "weep"),
    ("withdrawn", "withdraw"),
    ("withdrew", "withdraw"),
    ("withheld", "withhold"),
    ("withstood", "withstand"),
    ("wives", "wife"),
    ("woke", "wake"),
    ("woken", "wake"),
    ("wolves", "wolf"),
    ("women", "woman"),
    ("wore", "wear"),
    ("worn", "wear"),
    ("wove", "weave"),
    ("woven", "weave"),
    ("written", "write"),
    ("wrote", "write"),
];

/// British spellings that no rule brings to the American ones, in alphabetical order.
static SPELLINGS: [(&str, &str); 46] = [
    ("aluminium", "aluminum"),
    ("analogue", "analog"),
    ("artefact", "artifact"),
    ("artefacts", "artifacts"),
    ("behavioural", "behavioral"),
    ("catalogue", "catalog"),
    ("catalogues", "catalogs"),
    ("colourful", "colorful"),
    ("draught", "draft"),
    ("draughts", "drafts"),
    ("enrolment", "enrollment"),
    ("favourable", "favorable"),
    ("favourite", "favorite"),
    ("favourites", "favorites"),
    ("gaol", "jail"),
    ("grey", "gray"),
    ("honourable", "honorable"),
    ("instalment", "installment"),
    ("instalments", "installments"),
    ("jewellery", "jewelry"),
    ("kerb", "curb"),
    ("labourer", "laborer"),
    ("labourers", "laborers"),
    ("manoeuvre", "maneuver"),
    ("manoeuvres", "maneuvers"),
    ("mould", "mold"),
    ("moulds", "molds"),
    ("moustache", "mustache"),
    ("neighbourhood", "neighborhood"),
    ("neighbourhoods", "neighborhoods"),
    ("plough", "plow"),
    ("ploughed", "plowed"),
    ("ploughs", "plows"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("pyjamas", "pajamas"),
    ("sceptic", "skeptic"),
    ("sceptical", "skeptical"),
    ("scepticism", "skepticism"),
    ("sceptics", "skeptics"),
    ("skilful", "skillful"),
    ("traveller", "traveler"),
    ("travellers", "travelers"),
    ("tyre", "tire"),
    ("tyres", "tires"),
    ("woollen", "woolen"),
];

/// The word that this is an irregular form of.
pub(crate) fn base(form: &str) -> Option<&'static str> {
    let find = |list: &[(&str, &'static str)]| {
        let place = list.binary_search_by_key(&form, |(form, _)| form).ok()?;
        Some(list[place].1)
    };
    find(&FORMS).or_else(|| find(&SPELLINGS))
}

/// The irregular forms of words that begin so.
pub fn forms_of(beginning: &str) -> impl Iterator<Item = &'static str> + '_ {
    // Up to so many bytes, these are in order as the words are.
    let is_before = |n: &u16| {
        let base = entry(*n).1.as_bytes();
        &base[..beginning.len().min(base.len())] < beginning.as_bytes()
    };
    let first = BY_BASE.partition_point(is_before);
    let entries = BY_BASE[first..].iter().map(|n| entry(*n));
    entries.take_while(move |(_, base)| base.starts_with(beginning)).map(|(form, _)| form)
}

/// One of both lists, which follow each other.
const fn entry(n: u16) -> (&'static str, &'static str) {
    let n = n as usize;
    if n < FORMS.len() { FORMS[n] } else { SPELLINGS[n - FORMS.len()] }
}

/// The places of all of them, in the order of the words that they are forms of.
static BY_BASE: [u16; FORMS.len() + SPELLINGS.len()] = by_base();

const fn by_base() -> [u16; FORMS.len() + SPELLINGS.len()] {
    let mut sorted = [0; FORMS.len() + SPELLINGS.len()];
    let mut n = 0;
    while n < sorted.len() {
        let mut at = n;
        while at > 0 && is_before(entry(n as u16).1.as_bytes(), entry(sorted[at - 1]).1.as_bytes())
        {
            sorted[at] = sorted[at - 1];
            at -= 1;
        }
        sorted[at] = n as u16;
        n += 1;
    }
    sorted
}

/// Whether the one comes before the other: what the standard library has for it cannot run where constants are made.
const fn is_before(one: &[u8], other: &[u8]) -> bool {
    let mut n = 0;
    while n < one.len() && n < other.len() && one[n] == other[n] {
        n += 1;
    }
    n < other.len() && (n == one.len() || one[n] < other[n])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_found_by_the_beginning_of_their_word() {
        let forms = |beginning| forms_of(beginning).collect::<Vec<_>>();
        assert_eq!(forms("withdraw"), ["withdrawn", "withdrew"]);
        assert_eq!(forms("aluminum"), ["aluminium"]);
        for beginning in ["", "a", "be", "see", "wri", "writes", "zz", "é"] {
            let all = FORMS.iter().chain(&SPELLINGS);
            let mut expected: Vec<&str> = all
                .filter(|(_, base)| base.starts_with(beginning))
                .map(|(form, _)| *form)
                .collect();
            let mut found = forms(beginning);
            expected.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, expected, "{beginning}");
        }
    }

    #[test]
    fn they_stand_in_order_and_lead_to_what_is_no_form_itself() {
        assert!(FORMS.is_sorted() && SPELLINGS.is_sorted());
        for (form, word) in FORMS.into_iter().chain(SPELLINGS) {
            assert!(base(form) == Some(word) && base(word).is_none(), "{form}");
        }
    }
}
