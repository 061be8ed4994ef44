//! In which language does the page speak to this reader?

use leptos::prelude::*;

use super::live::click;
use crate::browser::{page, scroll};
use crate::i18n::Lang;
use crate::state::State;

/// One button for each language of the page.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let state = State::expect();
    let button = |lang: Lang| {
        let choose = move || {
            let is_kept = page::remember_language(lang);
            state.lang.set(lang);
            state.tell_unless(is_kept);
            // The page is drawn anew, and this button with it.
            scroll::focus_soon(id(lang));
        };
        view! {
            <button
                type="button"
                id=id(lang)
                lang=lang.tag()
                title=lang.name()
                aria-pressed=if state.lang.get_untracked() == lang { "true" } else { "false" }
                on:click=click(choose)
            >
                {sign(lang)}
            </button>
        }
    };
    view! {
        <div class="languages" role="group" aria-label=state.words().page_language>
            {Lang::ALL.map(button).into_iter().collect_view()}
        </div>
    }
}

const fn id(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "language-en",
        Lang::ZhHans => "language-zh-hans",
        Lang::ZhHant => "language-zh-hant",
    }
}

/// The language in a sign or two.
const fn sign(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "EN",
        Lang::ZhHans => "简",
        Lang::ZhHant => "繁",
    }
}
