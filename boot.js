// @ts-check
// Starts the app on a page that is already readable. Put into the head of every page, so that
// it can never be separated from the page it belongs to.
//
// <html> says what to load: data-root, data-app (JavaScript), data-wasm, data-catalog, data-build.
// <html> says what came of it: data-js (taps are kept until the app can answer), data-ready; and
// data-fold while what lies below the first screen of a phone waits to be laid out.
(() => {
  const root = document.documentElement;
  const said = root.dataset;
  // A page read from disk is complete without the app, and cannot load it.
  if (location.protocol === "file:" || !("WebAssembly" in self)) return;

  /** No byte for this long means that the connection has gone. */
  const STALL_MS = 10_000;

  // Kept from the start: relative addresses change their meaning as history moves on.
  const home = new URL(said.root || "./", location.href).href;
  said.js = "";
  // A page that nobody has checked for a year says so, before the first paint.
  const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
  if (Date.now() - Date.parse(said.reviewed || "") > YEAR_MS) said.old = "";

  // From the worker's copy everything comes at once: then the page is painted first, and nothing
  // is gained by asking earlier.
  let kept = false;
  try {
    kept = Boolean(navigator.serviceWorker?.controller);
  } catch {
    // In a sandbox a page may not even ask.
  }

  // Coming back, laying out the page takes longer than bringing it. What cannot be seen yet waits
  // for the first paint and the app, unless the address or the history leads there, or the person
  // is on the way: `styles/fold.css`.
  const unfold = () => {
    delete said.fold;
  };
  if (kept && !location.hash && history.state === null) {
    said.fold = "";
    for (const way of ["wheel", "touchstart", "keydown", "scroll", "beforeprint"]) {
      addEventListener(way, unfold, { once: true, passive: true });
    }
  }

  // The browser fetches the JavaScript while the page is painted. Asked for here and not by the
  // page: one that is read from disk, or without script, has no use for it.
  const ahead = document.createElement("link");
  ahead.rel = "modulepreload";
  ahead.href = home + said.app;
  if (!kept) document.head.append(ahead);

  const recall = () => {
    try {
      const key = `bearings:${new URL(home).pathname.replaceAll(":", "%3A")}:`;
      // Keeps room for "You were reading" before anything is painted.
      if ("resumes" in said && localStorage.getItem(`${key}place`)) said.returning = "";
      // Whose words are shown: `state/settings.rs`.
      const region = localStorage.getItem(`${key}settings`)?.match(/"region":\["(u.)"/);
      if (region) said.region = region[1];
    } catch {
      // Storage is blocked: nothing is kept.
    }
  };

  /** The control that was tapped before the app could answer. @type {HTMLElement | null} */
  let tapped = null;
  addEventListener(
    "click",
    (event) => {
      if ("ready" in said || !(event.target instanceof Element)) return;
      const control = event.target.closest("[data-needs-app]");
      if (control instanceof HTMLElement) {
        tapped = control;
        control.setAttribute("data-waiting", "");
      }
    },
    true,
  );

  /**
   * Fetches a file and gives up when nothing arrives for a while.
   * @param {string} name
   * @param {RequestCache} cache
   * @returns {Promise<Response>}
   */
  const load = async (name, cache) => {
    const stop = new AbortController();
    let timer = 0;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), STALL_MS);
    };
    alive();
    const response = await fetch(home + name, { cache, signal: stop.signal });
    if (!response.ok || !response.body) throw new Error(`${name}: ${response.status}`);
    const watched = response.body.pipeThrough(
      new TransformStream({
        transform(chunk, out) {
          alive();
          out.enqueue(chunk);
        },
        flush() {
          clearTimeout(timer);
        },
      }),
    );
    const type = name.endsWith(".wasm") ? "application/wasm" : "text/plain";
    return new Response(watched, { headers: { "content-type": type } });
  };

  const painted = new Promise((resolve) => {
    const frame = () => requestAnimationFrame(() => setTimeout(resolve));
    // A first frame can be empty, when the text has not been read yet.
    if (kept && document.readyState === "loading") {
      addEventListener("DOMContentLoaded", frame, { once: true });
    } else {
      frame();
    }
    // A page in the background is not painted.
    setTimeout(resolve, document.hidden ? 0 : 500);
  });

  painted.then(() => setTimeout(unfold, 500));

  // The first look into storage is slow: before the first paint only where it shows.
  if ("resumes" in said || "regional" in said) recall();
  else painted.then(recall);

  /** @param {string} name @param {number} attempt */
  const loadModule = async (name, attempt) => {
    const url = home + name;
    // A file that was cut short may lie in the browser's cache, where it would stay for ever.
    if (attempt) await (await load(name, "reload")).text();
    // The page is painted first: the file is on its way already (modulepreload).
    if (!attempt) await painted;
    // A failed import is remembered under its address; a second try needs another one.
    const module = import(attempt ? `${url}?${attempt}` : url);
    const late = new Promise((_, reject) => {
      setTimeout(() => reject(new Error(name)), STALL_MS);
    });
    return Promise.race([module, late]);
  };

  /** @param {boolean} failed */
  const show = (failed) => {
    unfold();
    const message = document.querySelector("[data-boot-error]");
    if (message instanceof HTMLElement) message.hidden = !failed;
  };

  /** @param {number} attempt */
  const start = async (attempt) => {
    const cache = attempt ? "reload" : "default";
    if (kept && !attempt) await painted;
    const [app, wasm, catalog] = await Promise.all([
      loadModule(said.app || "", attempt),
      load(said.wasm || "", cache),
      load(said.catalog || "", cache).then((response) => response.text()),
      new Promise((resolve) => {
        if (document.readyState === "loading") {
          addEventListener("DOMContentLoaded", resolve, { once: true });
        } else {
          resolve(undefined);
        }
      }),
    ]);
    await app.default({ module_or_path: wasm });
    if (!app.start(catalog)) throw new Error("catalog");
    show(false);
    if (tapped && tapped.isConnected) {
      tapped.removeAttribute("data-waiting");
      tapped.click();
    }
  };

  /**
   * Whether this page is older than the site: it then names files that are gone.
   * A page that has just been loaded anew is never loaded again: no loop.
   */
  const isStale = async () => {
    const [entry] = performance.getEntriesByType("navigation");
    if (entry instanceof PerformanceNavigationTiming && entry.type === "reload") return false;
    const signal = AbortSignal.timeout(STALL_MS);
    const text = await (await fetch(location.href, { cache: "reload", signal })).text();
    const page = new DOMParser().parseFromString(text, "text/html").documentElement;
    return Boolean(page.dataset.build) && page.dataset.build !== said.build;
  };

  const fail = () => {
    delete said.js;
    show(true);
  };

  // "Try again": fetches everything past the browser's cache, then loads the page anew.
  addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-boot-retry]")) return;
    const files = [said.app, said.wasm, said.catalog].map((name) =>
      load(name || "", "reload").then((response) => response.arrayBuffer()),
    );
    Promise.allSettled(files).then(() => location.reload());
  });

  /**
   * Saves the guide on the device, once the page can be read and answers: also when the app could
   * not start, for the next release comes this way. Who saves data is asked first, by the app.
   */
  const keep = async () => {
    // Named here and not in the page: on disk there is nothing to install, and no file to fetch.
    const manifest = document.createElement("link");
    manifest.rel = "manifest";
    manifest.href = `${home}manifest.webmanifest`;
    document.head.append(manifest);
    const workers = navigator.serviceWorker;
    if (!workers) return;
    const connection = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection;
    const known = await workers.getRegistration(home);
    if (connection?.saveData && known?.scope !== home) return;
    await workers.register(new URL("sw.js", home), { updateViaCache: "none" });
  };

  start(0)
    .catch(() => {
      // Who has waited this long is told now, not after the second try.
      if (performance.now() > STALL_MS / 2) show(true);
      return start(1);
    })
    .catch(() => isStale().then((stale) => (stale ? location.reload() : fail())))
    .catch(fail)
    .then(keep)
    .catch(() => {
      // Blocked, or not there: the page then needs a network, as any page does.
    });
})();
