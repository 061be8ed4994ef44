// Runs the examples of api.html against the page in its frame. What is shown is what is run.

const examples = [
  [
    "What is in the corpus?",
    (vitrine) => {
      const { title, documents, facets } = vitrine.corpus();
      return { title, documents: documents.length, facets: facets.map((facet) => facet.id) };
    },
  ],
  [
    "Which passages contain a word, and how many have each theme?",
    (vitrine) => {
      const { total, hits, facets } = vitrine.search("trade", { limit: 3, facets: ["theme"] });
      return { total, first: hits.map(({ id, score, text }) => ({ id, score, text })), facets };
    },
  ],
  [
    "Only one language, and without one theme",
    (vitrine) => {
      const [theme] = vitrine.corpus().facets.find((facet) => facet.id === "theme").values;
      const [lang] = vitrine.corpus().languages;
      const { total } = vitrine.search("", { limit: 0, facets: { lang, "-theme": theme.id } });
      return { lang, without: theme.id, total };
    },
  ],
  [
    "At typing speed: ids, excerpts and counts",
    (vitrine) => vitrine.query("2024", { limit: 2, facets: ["doc"] }),
  ],
  [
    "One passage, and a link to it",
    (vitrine) => {
      const [id] = vitrine.ids("");
      const { text, source } = vitrine.passage(id);
      const fragment = `#view=read&at=${encodeURIComponent(id)}`;
      const link = new URL(`./index.html${fragment}`, location.href).href;
      return { link, source, text };
    },
  ],
];

const state = document.getElementById("state");
const frame = document.getElementById("page");

/** The page in the frame, once all of it can be asked. */
async function page() {
  while (!frame.contentWindow?.vitrine?.whole) await new Promise((go) => setTimeout(go, 50));
  return frame.contentWindow.vitrine.whole;
}

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

for (const [title, run] of examples) {
  const button = element("button", "Run");
  button.type = "button";
  const code = element("pre");
  code.append(element("code", String(run)));
  code.tabIndex = 0;
  const answer = element("output");
  answer.tabIndex = 0;
  button.setAttribute("aria-label", `Run: ${title}`);
  button.addEventListener("click", async () => {
    try {
      answer.textContent = JSON.stringify(await run(await page()), shorten, 2);
    } catch (error) {
      answer.textContent = String(error);
    }
  });
  const section = element("section");
  section.append(element("h3", title), code, button, answer);
  document.getElementById("examples").append(section);
}

// An array of numbers for the machine would be shown as an object with a thousand names.
function shorten(_, value) {
  return ArrayBuffer.isView(value) ? `${value.constructor.name}(${value.length})` : value;
}

page().then(
  () => (state.textContent = "The page is ready: the examples can be run."),
  (error) => (state.textContent = `The page could not start: ${error.message}`),
);

fetch("./vitrine.d.ts")
  .then((answer) => answer.text())
  .then((text) => (document.getElementById("types").textContent = text))
  .catch(() => (document.getElementById("types").textContent = "See vitrine.d.ts"));
