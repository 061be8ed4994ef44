// What decides how the first view looks: in which colours, and in which of the page's languages. It stands in the page
// itself, so that nothing has to come before something is seen.
(() => {
  "use strict";

  const LANGUAGES = ["en", "zh-Hans", "zh-Hant"];
  const root = document.documentElement;

  // Whatever else is remembered under this name is none of the page's doing.
  const scheme = stored("vitrine.scheme");
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  // What stands on the page until the program is there stands in each of its languages.
  root.lang = language();

  /** What the browser remembers of the reader's choices, if it remembers anything. */
  function stored(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  }

  function language() {
    const chosen = stored("vitrine.language");
    if (LANGUAGES.includes(chosen)) return chosen;
    for (const tag of navigator.languages ?? []) {
      if (/^en\b/i.test(tag)) return "en";
      // As the program reads them: the script tells, else the region, else what is usual.
      if (/^(zh|yue)\b/i.test(tag)) {
        const [said] = tag.match(/\b(hans|cn|hant|tw|hk|mo)\b/i) ?? [/^yue/i.test(tag) ? "hant" : "hans"];
        return /hans|cn/i.test(said) ? "zh-Hans" : "zh-Hant";
      }
    }
    return "en";
  }
})();
