// Has a worker keep this build for when there is no network, and says when a newer one is ready.

const WORDS = {
  en: { ready: "A new version is ready.", use: "Use it now", later: "Later" },
  "zh-Hans": { ready: "新版本已就绪。", use: "立即使用", later: "以后再说" },
  "zh-Hant": { ready: "新版本已就緒。", use: "立即使用", later: "以後再說" },
};

/** Once the page stands and has nothing else to do. */
export function keepOffline() {
  const workers = navigator.serviceWorker;
  // Not over plain HTTP, and in some private windows not at all: the page goes on without.
  if (!workers) return;
  const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 500));
  window.vitrine.ready.then(() => idle(() => register(workers).catch(() => {})), () => {});
}

async function register(workers) {
  const registration = await workers.register("./worker.js", { updateViaCache: "none" });
  const offerOnceWhole = (worker) => {
    const consider = () => {
      // Without a controller it is the first version, which there is nothing to say of.
      if (worker.state === "installed" && workers.controller) offer(workers, worker);
    };
    worker.addEventListener("statechange", consider);
    consider();
  };
  for (const worker of [registration.waiting, registration.installing]) {
    if (worker) offerOnceWhole(worker);
  }
  registration.addEventListener("updatefound", () => offerOnceWhole(registration.installing));
}

function offer(workers, worker) {
  const words = WORDS[document.documentElement.lang] ?? WORDS.en;
  document.querySelector(".update")?.remove();
  const note = document.createElement("div");
  note.className = "update";
  note.setAttribute("role", "alert");
  const button = (text, act) => {
    const button = document.createElement("button");
    button.textContent = text;
    button.addEventListener("click", act);
    return button;
  };
  const use = () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("activate");
  };
  note.append(words.ready, " ", button(words.use, use), " ", button(words.later, () => note.remove()));
  document.body.append(note);
}
