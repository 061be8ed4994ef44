// Has a worker keep this build for when there is no network, and says whether one does, when a newer build is
// ready, and when another tab has gone over to it.

const WORDS = {
  en: {
    ready: "A new version is ready.",
    use: "Use it now",
    later: "Later",
    elsewhere: "Another tab is using a newer version. This one stays as it is until you reload it.",
    again: "Reload",
  },
  "zh-Hans": {
    ready: "新版本已就绪。",
    use: "立即使用",
    later: "以后再说",
    elsewhere: "另一个标签页已使用新版本。本页在重新载入前保持不变。",
    again: "重新载入",
  },
  "zh-Hant": {
    ready: "新版本已就緒。",
    use: "立即使用",
    later: "以後再說",
    elsewhere: "另一個分頁已使用新版本。本頁在重新載入前維持不變。",
    again: "重新載入",
  },
};

/** Once the page stands and has nothing else to do. */
export function keepOffline() {
  const workers = navigator.serviceWorker;
  // Not over plain HTTP, and in some private windows not at all: the page goes on without.
  const start = () => (workers ? register(workers) : Promise.reject()).catch(() => isKept(false));
  const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 500));
  window.vitrine.ready.then(() => idle(start), () => {});
}

async function register(workers) {
  const registration = await workers.register("./worker.js", { updateViaCache: "none" });
  const watch = (worker) => {
    const consider = () => {
      // Without a controller it is the first version, which there is nothing to say of.
      if (worker.state === "installed" && workers.controller) offer(registration);
      if (registration.active) isKept(true);
      // A file did not come, was not of this build, or found no room.
      else if (worker.state === "redundant") isKept(false);
    };
    worker.addEventListener("statechange", consider);
    consider();
  };
  for (const worker of [registration.active, registration.waiting, registration.installing]) {
    if (worker) watch(worker);
  }
  registration.addEventListener("updatefound", () => watch(registration.installing));
  // The first worker takes over when the page is loaded again; any other was asked for in a tab.
  workers.addEventListener("controllerchange", () => {
    if (wanted) location.reload();
    else tell(({ elsewhere, again }) => [elsewhere, [again, () => location.reload()]]);
  });
}

/** The footer says it. */
function isKept(kept) {
  document.documentElement.dataset.offline = kept ? "kept" : "not";
}

/** Whether the newer build was asked for in this tab. */
let wanted = false;

function offer(registration) {
  const use = () => {
    wanted = true;
    registration.waiting?.postMessage("activate");
  };
  tell(({ ready, use: now, later }) => [ready, [now, use], [later, hide]]);
}

function hide() {
  document.querySelector(".update")?.remove();
}

/** Shows a note: words, and buttons with what they do. */
function tell(what) {
  const [said, ...buttons] = what(WORDS[document.documentElement.lang] ?? WORDS.en);
  const note = document.createElement("div");
  note.className = "update";
  note.setAttribute("role", "alert");
  note.append(said);
  for (const [text, act] of buttons) {
    const button = document.createElement("button");
    button.textContent = text;
    button.addEventListener("click", act);
    note.append(" ", button);
  }
  hide();
  document.body.append(note);
}
