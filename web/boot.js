// @ts-check
// Starts the app on a page that is already readable. Put at the end of every page, so that it can
// never be separated from the page it belongs to; `first.js` is in its head.
//
// <html> says what to load: data-root, data-app (JavaScript), data-files (WebAssembly, texts, and the
// files of the chunk that the page uses at once), data-build;
// which page it is: data-file; the app says that it is there: data-ready, and, when it has stopped
// for good, this loader: data-stopped.
//
// `prerender` puts FOLDER, the folder of the page's language, in its place: worker, manifest and what
// `rescue.js` says are those of a language. English has no folder, and its pages not a byte of it.

/* global FOLDER */

(() => {
  const said = document.documentElement.dataset;
  // `first.js` has looked whether the app can run here.
  if (!("js" in said)) return;

  /** No byte for this long means that the connection has gone. */
  const STALL_MS = 8_000;

  // Kept from the start: relative addresses change their meaning as history moves on.
  let home = new URL(said.root || "./", location.href).href;
  /** What is fetched beside the JavaScript. */
  const files = String(said.files).split(" ");
  /** When the last byte of anything came. */
  let heard = 0;
  // From the worker's copy, nothing was asked for early.
  const kept = !self.early;

  /**
   * Fetches a file, or takes one that is on its way, and gives up when nothing arrives for a while.
   * @param {string} name
   * @param {RequestCache} cache
   * @param {EarlyFetch} [early]
   * @returns {Promise<Response>}
   */
  const load = async (name, cache, early) => {
    const stop = early?.stop || new AbortController();
    let timer = 0;
    const alive = () => {
      heard = performance.now();
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), STALL_MS);
    };
    alive();
    const response = await (early?.response || fetch(home + name, { cache, signal: stop.signal }));
    if (!response.ok || !response.body) throw new Error(`${name}: ${response.status}`);
    const watch = {
      /** @param {Uint8Array} chunk @param {TransformStreamDefaultController} out */
      transform(chunk, out) {
        alive();
        out.enqueue(chunk);
      },
      flush() {
        clearTimeout(timer);
      },
    };
    // It is read to its end at once, although it is not used before the JavaScript is there: otherwise
    // it would look like a connection that has gone.
    const whole = { highWaterMark: Infinity };
    const watched = response.body.pipeThrough(new TransformStream(watch, undefined, whole));
    const type = name.endsWith(".wasm") ? "application/wasm" : "text/plain";
    return new Response(watched, { headers: { "content-type": type } });
  };

  const painted = new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    // A page in the background is not painted.
    setTimeout(resolve, document.hidden ? 0 : 500);
  });

  // A few pieces a frame: laid out in one task, they would hold up the first tap.
  const unfold = () => {
    const pieces = document.querySelectorAll("#article > :not([data-laid])");
    for (const piece of [...pieces].slice(0, 7)) piece.setAttribute("data-laid", "");
    if ("fold" in said && pieces.length) requestAnimationFrame(() => setTimeout(unfold));
    else delete said.fold;
  };
  // On a saved page the app is not waited for long: it goes first.
  painted.then(() => setTimeout(unfold, kept ? 500 : 0));

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
      const look = () => {
        // The file is not to be watched while it comes; what else comes shows that the link lives.
        const quiet = performance.now() - heard;
        if (quiet < STALL_MS) setTimeout(look, STALL_MS - quiet);
        else reject(new Error(name));
      };
      setTimeout(look, STALL_MS);
    });
    return Promise.race([module, late]);
  };

  /** @param {boolean} failed */
  const show = (failed) => {
    unfold();
    document.querySelector("[data-boot-error]")?.toggleAttribute("hidden", !failed);
  };

  /** @param {number} attempt */
  const start = async (attempt) => {
    const cache = attempt ? "reload" : "default";
    if (kept && !attempt) await painted;
    const early = (!attempt && self.early) || [];
    const script = loadModule(said.app || "", attempt);
    const others = files.map((name, at) => load(name, cache, early[at]));
    const [app, ...came] = await Promise.all([script, ...others]);
    app.lend(await app.default({ module_or_path: came[0] }), load, files, came);
    if (!(await app.start(await came[1].text()))) throw new Error("texts");
    show(false);
  };

  /**
   * A host may show a page at an address of another depth: without the slash at its end, or in place
   * of what is not there. Then the app's files tell where the site is; the page takes its address
   * there. Loading it anew would only lead back.
   */
  const findHome = async () => {
    /** @param {string} folder */
    const isHome = async (folder) => {
      const signal = AbortSignal.timeout(STALL_MS / 2);
      const answer = await fetch(folder + said.app, { method: "HEAD", signal });
      return answer.ok && !answer.headers.get("content-type")?.includes("html");
    };
    const parts = location.pathname.split("/");
    let folder = home;
    while (!(await isHome(folder))) {
      do {
        if (!parts.length) return;
        folder = `${location.origin + parts.join("/")}/`;
        parts.pop();
      } while (folder === home);
    }
    if (folder === home) return;
    home = folder;
    history.replaceState(history.state, "", home + said.file + location.hash);
  };

  const fail = () => {
    delete said.js;
    show(true);
  };

  // With a screen reader, focus moves into the card of a word, whose meaning is said, and back when it
  // is closed.
  addEventListener(
    "toggle",
    ({ target }) => {
      if (target instanceof HTMLElement && target.matches(".term-card:popover-open")) {
        target.ariaDescription = target.children[1].textContent;
        target.focus();
      }
    },
    true,
  );

  const isFirstLoad = () => {
    const [visit] = performance.getEntriesByType("navigation");
    return /** @type {PerformanceNavigationTiming | undefined} */ (visit)?.type === "navigate";
  };

  // Who goes on with the keyboard leaves the card behind: open, it would lie on what has the focus. A
  // finger on its own word is left to the browser, which closes the card by itself.
  addEventListener("focusin", (event) => {
    // `:is`, for browsers without popovers.
    const left = document.querySelector(":is(.term-card:popover-open):not(:focus-within)");
    const focused = /** @type {Element} */ (event.target);
    if (left && focused.matches(":not(.term),:focus-visible")) {
      /** @type {HTMLElement} */ (left).hidePopover();
    }
  });

  // A trap ends the program for good, and nothing that is typed from then on would be kept: that is
  // said, and the words in the fields are held out to be copied or saved.
  for (const kind of ["error", "unhandledrejection"]) {
    addEventListener(kind, (event) => {
      const { error, reason = error } = /** @type {{ error?: unknown, reason?: unknown }} */ (event);
      if (!(reason instanceof WebAssembly.RuntimeError)) return;
      // It was still starting, and nothing has been typed yet. WebKit has trapped in a start that
      // succeeded a moment later, so the page is loaded anew: once, whatever comes of it.
      if (!("ready" in said)) return isFirstLoad() ? location.reload() : fail();
      if (!("stopped" in said)) rescuer().then(({ rescue }) => rescue());
      said.stopped = "";
    });
  }

  // What is seldom needed is in a file of its own. One that never comes holds nothing up.
  const rescuer = () =>
    Promise.race([
      import(`${home + FOLDER}rescue.js`),
      new Promise((_, reject) => setTimeout(reject, STALL_MS)),
    ]);

  addEventListener("click", ({ target }) => {
    if (!(target instanceof Element) || !target.closest("[data-boot-retry]")) return;
    rescuer()
      .then(({ fetchAnew }) => fetchAnew(load))
      .catch(() => {})
      .then(() => location.reload());
  });

  /**
   * Saves the guide on the device, once the page can be read and answers: also when the app could
   * not start, for the next release comes this way. Who saves data is asked first, by the app.
   */
  const keep = async () => {
    // Named here and not in the page: on disk there is nothing to install, and no file to fetch.
    const manifest = document.createElement("link");
    manifest.rel = "manifest";
    manifest.href = `${home + FOLDER}manifest.webmanifest`;
    document.head.append(manifest);
    const workers = navigator.serviceWorker;
    if (!workers) return;
    const connection = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection;
    const known = await workers.getRegistration(home + FOLDER);
    if (connection?.saveData && known?.scope !== home + FOLDER) return;
    await workers.register(new URL("sw.js", home + FOLDER), { updateViaCache: "none" });
  };

  start(0)
    .catch(() => {
      // After this long, say so now, not after the second try.
      if (performance.now() > STALL_MS / 2) show(true);
      return findHome()
        .catch(() => {})
        .then(() => start(1));
    })
    .catch(() => rescuer().then(({ isStale }) => isStale()).then((stale) => (stale ? location.reload() : fail())))
    .catch(fail)
    .then(keep)
    .catch(() => {
      // Blocked, or not there: the page then needs a network, as any page does.
    });
})();
