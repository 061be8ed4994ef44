// What is there before the page's wasm is: the promise that other programs wait for, and words for the case that
// the page cannot start.
//
// The wasm tells of itself by three events on `window`: `vitrine:ready`, `vitrine:whole` and `vitrine:failed`.
(() => {
  "use strict";

  const WORDS = {
    en: {
      title: "The page could not start",
      stopped: "The page has stopped",
      advice: [
        "Reload the page; part of it may not have arrived.",
        "If that does not help, use a current version of Firefox, Chrome, Edge or Safari with WebAssembly enabled.",
      ],
      afterwards: [
        "There is an error in the page itself. You can still read and copy what is on the screen, but nothing else works.",
        "Reload the page: your link leads back to where you were.",
      ],
      file: "Opened from a disk, the page needs a small web server, such as “python3 -m http.server”; vitrine.html needs none.",
      link: "Your link, to try again or pass on:",
      report: "To report the problem, copy this and send it to whoever gave you the page. It says what you were looking at; nothing is sent automatically.",
      copy: "Copy report",
      copied: "Copied",
      again: "Reload",
      documents: "Read the documents as plain pages",
    },
    "zh-Hans": {
      title: "页面无法启动",
      stopped: "页面已停止运行",
      advice: ["请重新载入页面，传输中可能有缺失。", "如仍无效，请使用允许 WebAssembly 的新版 Firefox、Chrome、Edge 或 Safari。"],
      afterwards: ["页面本身出错。屏幕上的内容仍可阅读和复制，其余不再响应。", "请重新载入页面，您的链接会带您回到原处。"],
      file: "若从磁盘打开，需要一个小型网页服务器，例如 “python3 -m http.server”；vitrine.html 则不需要。",
      link: "您的链接，可稍后再试或转交：",
      report: "如要报告，请复制以下内容，发给提供本页的人。其中包含您正在查看的内容；页面不会自行发送。",
      copy: "复制报告",
      copied: "已复制",
      again: "重新载入",
      documents: "以普通网页阅读文献",
    },
    "zh-Hant": {
      title: "頁面無法啟動",
      stopped: "頁面已停止運作",
      advice: ["請重新載入頁面，傳輸中可能有缺失。", "如仍無效，請使用允許 WebAssembly 的新版 Firefox、Chrome、Edge 或 Safari。"],
      afterwards: ["頁面本身出錯。螢幕上的內容仍可閱讀和複製，其餘不再回應。", "請重新載入頁面，您的連結會帶您回到原處。"],
      file: "若從磁碟開啟，需要一個小型網頁伺服器，例如 “python3 -m http.server”；vitrine.html 則不需要。",
      link: "您的連結，可稍後再試或轉交：",
      report: "如要回報，請複製以下內容，寄給提供本頁的人。其中包含您正在檢視的內容；頁面不會自行傳送。",
      copy: "複製報告",
      copied: "已複製",
      again: "重新載入",
      documents: "以普通網頁閱讀文獻",
    },
  };

  // Where a policy asks for it (xtask/src/site/policy.rs), text that is to become markup passes here: Leptos
  // makes elements without anything that changes so. Words in these elements with these attributes can do
  // nothing; all else is refused. The page's own worker is the only script that a program may start.
  const PLAIN = /^(?:[^<]|<\/?(?:span|kbd|p|code)(?: (?:class|lang|aria-hidden)="[^"<]*")*>)+$/;
  window.trustedTypes?.createPolicy("default", {
    createHTML: (html) => (PLAIN.test(html) ? html : null),
    createScriptURL: (url) => (url === "./worker.js" ? url : null),
  });

  let settle;
  const ready = new Promise((resolve, reject) => (settle = { resolve, reject }));
  // Whoever waits for it hears of a failure; that nobody waits is no error of its own.
  ready.catch(() => {});
  const whole = new Promise((resolve) =>
    addEventListener("vitrine:whole", () => resolve(window.vitrine)),
  );
  window.vitrine = { ready, whole };

  let started = false;
  let failed = false;

  addEventListener("vitrine:ready", () => {
    started = true;
    offerSearch(window.vitrine);
    settle.resolve(window.vitrine);
  });
  addEventListener("vitrine:failed", (event) => fail(event.detail));
  // Until the page stands, any failure to load or to run is the reason why it does not; after that
  // only a failure of the wasm itself is.
  addEventListener("unhandledrejection", (event) => consider(event.reason));
  addEventListener(
    "error",
    (event) => {
      if (event.target instanceof HTMLScriptElement) consider(`${event.target.src} did not load`);
      else if (event instanceof ErrorEvent) consider(event.error ?? event.message);
    },
    true,
  );
  if (typeof WebAssembly !== "object") {
    addEventListener("DOMContentLoaded", () => fail("WebAssembly is not available"));
  }

  // What crosses from the wasm costs, each value as much as finding a passage: it answers in numbers,
  // or in one text. Here they become what `vitrine.d.ts` says.
  function offerSearch(vitrine) {
    const { find, quick, at } = vitrine;
    delete vitrine.find;
    delete vitrine.quick;
    delete vitrine.at;

    // Passages do not change: one that was handed out once is kept, up to a few megabytes.
    const passages = new Map();
    const passage = (n) => {
      let known = passages.get(n);
      if (!known) {
        if (passages.size >= 2000) passages.clear();
        passages.set(n, (known = freeze(at(n))));
      }
      return known;
    };

    let facets;
    /** The facets of these names, or all, each with the ids of its values; and what asks the program to count them. */
    const named = (names) => {
      facets ??= vitrine.corpus().facets.map(({ id, values }, n) => ({ id, bit: 1 << n, values: values.map((value) => value.id) }));
      if (!names) return [facets, -1];
      const unknown = names.find((name) => !facets.some(({ id }) => id === name));
      if (unknown !== undefined) throw new Error(`no facet “${unknown}”`);
      const chosen = facets.filter(({ id }) => names.includes(id));
      return [chosen, chosen.reduce((bits, { bit }) => bits | bit, 0)];
    };
    /** Calls back with each value that some passage has. */
    const counted = (facets, next, into) => {
      const answer = {};
      for (const { id, values } of facets) {
        const [list, add] = into();
        for (const value of values) {
          const count = next();
          if (count) add(list, value, count);
        }
        answer[id] = list;
      }
      return answer;
    };
    const asList = () => [[], (list, id, count) => list.push({ id, count })];
    const asObject = () => [{}, (object, id, count) => (object[id] = count)];

    // What the program takes is an integer of 32 bits; all there are is more than any corpus has.
    const ALL = 2 ** 31 - 1;
    const bounded = (limit) => Math.min(Math.max(limit, 0), ALL);

    vitrine.search = (query, options) => {
      const { limit = 20, facets, sort } = options ?? {};
      const isList = Array.isArray(facets);
      const [asked, bits] = named(isList ? facets : undefined);
      const [numbers, scores] = find(query, isList ? { sort } : { facets, sort }, bounded(limit), bits);
      const [total, shown] = numbers;
      const hits = [];
      for (let n = 0; n < shown; n++) hits.push({ ...passage(numbers[n + 2]), score: scores[n] });
      let at = shown + 2;
      return { total, hits, facets: counted(asked, () => numbers[at++], asList) };
    };

    vitrine.query = (query, options) => {
      const { limit = 20, facets } =
        typeof options === "object" ? (options ?? {}) : { limit: options };
      const [asked, bits] = named(facets);
      const answer = quick(query, bounded(limit), bits);
      let at = 0;
      // One character, or two of which the first says so: `push_number` in src/browser/api.rs.
      const number = () => {
        const first = answer.charCodeAt(at++);
        return first < 0xd000 ? first : ((first - 0xd000) << 15) | answer.charCodeAt(at++);
      };
      const text = () => {
        const length = number();
        return answer.slice(at, (at += length));
      };
      const total = number();
      const shown = number();
      const hits = [];
      for (let n = 0; n < shown; n++) hits.push({ id: text(), excerpt: text() });
      if (facets) return { total, hits, facets: counted(asked, number, asObject) };
      const counts = new Uint32Array(asked.reduce((sum, { values }) => sum + values.length, 0));
      for (let n = 0; n < counts.length; n++) counts[n] = number();
      return { total, hits, counts };
    };
  }

  function freeze(value) {
    if (typeof value === "object" && value !== null) Object.values(value).forEach(freeze);
    return Object.freeze(value);
  }

  function consider(reason) {
    const trapped = typeof WebAssembly === "object" && reason instanceof WebAssembly.RuntimeError;
    if (!started || trapped) fail(String(reason?.message ?? reason));
  }

  function fail(reason) {
    // The first failure is the cause; what follows comes of it.
    if (failed) return;
    failed = true;
    settle.reject(new Error(reason));
    if (document.body) show(reason);
    else addEventListener("DOMContentLoaded", () => show(reason));
  }

  function show(reason) {
    const { lang } = document.documentElement;
    // A browser that translates the page says so in its language.
    const words = WORDS[lang] ?? WORDS.en;
    const isFile = document.documentElement.dataset.edition === "file";
    const link = element("a", location.href);
    link.href = location.href;
    const actions = element("p");
    actions.append(button(words.again, again));
    if (!isFile) {
      const documents = element("a", words.documents);
      documents.href = "./documents/index.html";
      actions.append(" ", documents);
    }
    const advice = element("ul");
    const lines = [...(started ? words.afterwards : words.advice)];
    if (location.protocol === "file:" && !isFile) lines.push(words.file);
    advice.append(...lines.map((text) => element("li", text)));
    const report = element("pre", reportOf(reason));
    report.tabIndex = 0;
    const copy = button(words.copy, async () => {
      try {
        await navigator.clipboard.writeText(report.textContent);
        copy.textContent = words.copied;
      } catch {
        // Not allowed here: one key copies what is selected.
        getSelection().selectAllChildren(report);
      }
    });
    const alert = element("div");
    alert.className = "failure";
    alert.lang = lang;
    alert.tabIndex = -1;
    alert.setAttribute("role", "alert");
    alert.append(
      element("h1", started ? words.stopped : words.title),
      advice,
      actions,
      element("p", words.link),
      link,
      element("p", words.report),
      report,
      copy,
    );
    document.getElementById("loading")?.remove();
    document.body.prepend(alert);
    // The reader may be far down the page.
    alert.focus();
  }

  /** What helps whoever is to mend it. */
  function reportOf(reason) {
    const version = document.querySelector(".version code")?.textContent ?? "?";
    return [reason, "", location.href, `corpus ${version}`, navigator.userAgent].join("\n");
  }

  // What a worker keeps may be what is broken: where the host answers, all of it comes from there anew.
  async function again() {
    try {
      const registration = await navigator.serviceWorker.getRegistration();
      const answer = registration && (await fetch("./worker.js", { cache: "no-store" }));
      if (answer?.ok) {
        const ours = `vitrine ${registration.scope} `;
        const names = (await caches.keys()).filter((name) => name.startsWith(ours));
        await Promise.all(names.map((name) => caches.delete(name)));
        await registration.unregister();
      }
    } catch {
      // No worker, or no network: what is kept is all there is.
    }
    location.reload();
  }

  function button(text, act) {
    const button = element("button", text);
    button.addEventListener("click", act);
    return button;
  }

  function element(name, text = "") {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  }
})();
