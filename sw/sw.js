// @ts-check
/// <reference lib="webworker" />
// Keeps the whole guide on the device, so that it opens without a network.
//
// `prerender` puts this release's own facts above: BUILD, LIST, FALLBACK_HTML. LIST names the
// file that lists all others with their hashes; a worker is never changed otherwise, so a browser
// that looks for a newer one fetches these few bytes.
//
// A release is saved whole or not at all: in a cache of its own, whose mark is written last. It
// takes over when a person says so, or when there was none before. Nothing else is ever stored.

/* global BUILD, LIST, FALLBACK_HTML */

/** @typedef {[url: string, hash: string, size: number]} Listed */
/** @typedef {{ names: Record<string, string>[], pack: Listed, files: Listed[], corrections: string[] }} List */
/** @typedef {{ off?: boolean, heard?: string[], failed?: string, weeded?: number }} Facts */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const ours = `bearings:${new URL(scope).pathname}:`;
const cacheName = ours + BUILD;
const FACTS = `${ours}facts`;
const MARK = new URL("__saved", scope).href;
/** No byte for this long means that the connection has gone. */
const STALL_MS = 20_000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** So many pages are fetched one by one; more come in one file. */
const ONE_BY_ONE = 6;

/** @type {Record<string, string>} */
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  json: "application/json",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
};

/** @param {string} name */
const urlOf = (name) => new URL(name, scope).href;

/** @param {BufferSource} bytes */
const hashOf = async (bytes) => {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...sum));
};

/** A response of our own: no redirect, no wrong type. @param {string} name @param {BodyInit} body */
const response = (name, body) => {
  const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] || "application/octet-stream";
  return new Response(body, { headers: { "content-type": type } });
};

/** @param {object} state */
const broadcast = async (state) => {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) {
    if (client.url.startsWith(scope)) client.postMessage({ bearings: state });
  }
};

/** What is known of saving, kept between visits. @returns {Promise<Facts>} */
const facts = async () => {
  const kept = await (await caches.open(FACTS)).match(MARK);
  return kept ? kept.json() : {};
};

/** One after the other, also beside the worker of another release. @param {object} more */
const updateFacts = (more) => {
  const write = async () => {
    const all = { ...(await facts()), ...more };
    await (await caches.open(FACTS)).put(MARK, response("facts.json", JSON.stringify(all)));
  };
  const { locks } = /** @type {{ locks?: LockManager }} */ (navigator);
  return locks ? locks.request(FACTS, write) : write();
};

/** A file came whole, and is not the one that the release names. */
class Changed extends Error {}

/**
 * The bytes of a file, or an error: never bytes that are not what the release says.
 * @param {Listed} file
 * @param {(bytes: number) => void} arrived
 */
const fetchVerified = async ([name, hash], arrived) => {
  // What the page has fetched already is not fetched again, if the browser still has it.
  for (const cache of /** @type {RequestCache[]} */ (["force-cache", "reload"])) {
    const stop = new AbortController();
    let timer = setTimeout(() => stop.abort(), STALL_MS);
    try {
      const answer = await fetch(urlOf(name), { cache, signal: stop.signal });
      if (!answer.ok || !answer.body) throw new Error(`${name}: ${answer.status}`);
      const chunks = [];
      const reader = answer.body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(timer);
        timer = setTimeout(() => stop.abort(), STALL_MS);
        chunks.push(part.value);
        arrived(part.value.length);
      }
      const bytes = await new Blob(chunks).arrayBuffer();
      if ((await hashOf(bytes)) === hash) return bytes;
    } catch (error) {
      if (cache === "reload") throw error;
    } finally {
      clearTimeout(timer);
    }
  }
  throw new Changed(name);
};

/** Our caches that hold a whole release, the newest first. */
const saved = async () => {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(ours) || name === FACTS) continue;
    const mark = await (await caches.open(name)).match(MARK);
    if (mark) found.push({ name, when: (await mark.json()).when });
  }
  return found.sort((one, other) => other.when - one.when).map(({ name }) => name);
};

/** @returns {Promise<List>} */
const list = async () => {
  const [name] = LIST;
  const kept = await (await caches.open(cacheName)).match(urlOf(name));
  const text = kept ? await kept.text() : new TextDecoder().decode(await fetchVerified(LIST, () => {}));
  return JSON.parse(text);
};

/**
 * A file that is on this device already: in this release's cache, or unchanged in another. A page
 * that differs only in the names of the app's files is made from the old one.
 * @param {Listed} file
 * @param {Record<string, string>[]} names
 * @param {string[]} cacheNames
 */
const reuseCached = async ([name, hash], names, cacheNames) => {
  for (const from of cacheNames) {
    const kept = await (await caches.open(from)).match(urlOf(name));
    if (!kept) continue;
    const bytes = await kept.arrayBuffer();
    if ((await hashOf(bytes)) === hash) return bytes;
    if (!name.endsWith(".html")) continue;
    for (const program of names) {
      let text = new TextDecoder().decode(bytes);
      for (const [key, value] of Object.entries(program)) {
        text = text.replace(new RegExp(` data-${key}="[^"]*"`), ` data-${key}="${value}"`);
      }
      const renamed = new TextEncoder().encode(text);
      if ((await hashOf(renamed)) === hash) return renamed;
    }
  }
  return undefined;
};

/** What has been put right since the people here were last told, the newest first. */
const pendingCorrections = async () => {
  const { heard } = await facts();
  return heard ? (await list()).corrections.filter((text) => !heard.includes(text)).join(" ") : "";
};

/** How far saving has come, while it goes on. @type {object | undefined} */
let progress;

const saveAll = async () => {
  if ((await facts()).off) return;
  // Nothing is built on what a try that failed has left: WebKit still shows the files of a worker
  // that was given up, and loses them later. The browser's own cache has what had arrived.
  if (!(await saved()).includes(cacheName)) await caches.delete(cacheName);
  const cache = await caches.open(cacheName);
  const all = await list();
  const cacheNames = [cacheName, ...(await saved()).filter((name) => name !== cacheName)];
  /** @param {Listed} file @param {BufferSource} bytes */
  const keep = (file, bytes) => cache.put(urlOf(file[0]), response(file[0], bytes));
  const wanted = [];
  for (const file of all.files) {
    const bytes = await reuseCached(file, all.names, cacheNames);
    if (bytes) await keep(file, bytes);
    else wanted.push(file);
  }
  let pages = wanted.filter(([name]) => name.endsWith(".html"));
  const alone = wanted.filter((file) => !pages.includes(file));
  let total = [...alone, all.pack].reduce((sum, [, , size]) => sum + size, 0);
  if (pages.length <= ONE_BY_ONE) total += pages.reduce((sum, [, , size]) => sum + size, 0) - all.pack[2];
  let done = 0;
  let told = 0;
  /** @param {number} bytes */
  const arrived = (bytes) => {
    done += bytes;
    if (Date.now() - told < 200) return;
    told = Date.now();
    broadcast((progress = { state: "saving", done: Math.min(done, total), of: total }));
  };
  broadcast((progress = { state: "saving", done: 0, of: total }));
  if (pages.length <= ONE_BY_ONE) {
    try {
      for (const page of pages) await keep(page, await fetchVerified(page, arrived));
      pages = [];
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
      // Something between the host and here writes into pages: an antivirus, a proxy, the host's own
      // habit. It leaves the pack alone, which is no page.
      total += all.pack[2];
    }
  }
  if (pages.length) {
    const pack = JSON.parse(new TextDecoder().decode(await fetchVerified(all.pack, arrived)));
    for (const page of pages) {
      // What all pages share is in the pack once.
      const parts = String(pack.pages[page[0]]).split("\u0001");
      const text = parts.map((part, index) => (index % 2 ? pack.shared[part] : part));
      const bytes = new TextEncoder().encode(text.join(""));
      if ((await hashOf(bytes)) !== page[1]) throw new Error(`${page[0]}: not as it was made`);
      await keep(page, bytes);
    }
  }
  for (const file of alone) await keep(file, await fetchVerified(file, arrived));
  await cache.put(urlOf(LIST[0]), response(LIST[0], JSON.stringify(all)));
  // A first visit has nothing to correct.
  const { off, heard = all.corrections } = await facts();
  if (off) {
    await caches.delete(cacheName);
    return broadcast({ state: "unsaved" });
  }
  await cache.put(MARK, response("mark.json", JSON.stringify({ when: Date.now() })));
  const bytes = all.files.reduce((sum, [, , size]) => sum + size, 0);
  await updateFacts({ when: Date.now(), bytes, heard, failed: "" });
  progress = undefined;
  await broadcast({ state: "saved" });
};

/** @type {Promise<void> | undefined} */
let saving;

/**
 * Saves what is not there yet, unless the person has taken the guide off this device. Concurrent
 * calls share one run.
 */
const save = () => {
  saving ??= saveAll()
    .catch(async (error) => {
      progress = undefined;
      await failed(error);
      throw error;
    })
    .finally(() => {
      saving = progress = undefined;
    });
  return saving;
};

/** @param {unknown} error */
const failed = async (error) => {
  // Firefox calls a full disk NS_ERROR_FILE_NO_DEVICE_SPACE, the others QuotaExceededError.
  const full = /Quota|SPACE/.test(/** @type {Error} */ (error)?.name);
  const why = full ? "full" : "network";
  // Half a release that has no room for its other half is of no use.
  if (full && !(await saved()).includes(cacheName)) await caches.delete(cacheName);
  await updateFacts({ failed: why }).catch(() => {});
  await broadcast({ state: "failed", failed: why });
};

worker.addEventListener("install", (event) => {
  // Chromium would ask the host for a page beside starting a worker that sleeps.
  const routes = /** @type {{ addRoutes?: (route: object) => Promise<void> }} */ (event);
  routes.addRoutes?.({ condition: { requestMode: "navigate" }, source: "fetch-event" }).catch(() => {});
  // Where the guide was taken away there is nothing to protect: waiting, this worker would leave
  // "save again" to one whose list the host may no longer have.
  event.waitUntil(facts().then(({ off }) => (off ? worker.skipWaiting() : save())));
});

worker.addEventListener("activate", (event) => {
  const tidy = async () => {
    const before = (await saved()).find((name) => name !== cacheName);
    for (const name of await caches.keys()) {
      const wanted = [cacheName, before, FACTS].includes(name);
      if (name.startsWith(ours) && !wanted) await caches.delete(name);
    }
    if (!before) await worker.clients.claim();
    await broadcast(await currentStatus());
  };
  event.waitUntil(tidy());
});

/** @param {string} name @param {string[]} cacheNames */
const find = async (name, cacheNames) => {
  for (const from of cacheNames) {
    // The loader tries again under another address: the same file, and `?` with a number. Only then,
    // for it makes the browser look through all files: 11 ms for each on a slow phone.
    const ignoreSearch = name.includes("?");
    const kept = await (await caches.open(from)).match(name, { ignoreSearch });
    if (kept) return kept;
  }
  return undefined;
};

/**
 * As our files are spelt: small letters, no signs in per cent, no slash twice or at the end.
 * @param {string} path
 */
const canonicalPath = (path) => {
  try {
    path = decodeURIComponent(path);
  } catch {
    // Per cent of nothing: it is no address of ours, whatever it means.
  }
  path = path.toLowerCase().replace(/\/+/g, "/");
  // The folder of the pages has no index of its own: it is the contents that are meant.
  return path.replace(/(\/index(\.html)?)$/, "").replace(/^\/|\/$/g, "") || "index.html";
};

/** @param {FetchEvent} event @param {URL} url */
const answerPage = async (event, url) => {
  const path = url.pathname.slice(new URL(scope).pathname.length) || "index.html";
  const names = path.endsWith(".html") ? [path] : [`${path}.html`, path];
  for (const name of names) {
    const kept = await find(urlOf(name), [cacheName]);
    if (kept) return kept;
  }
  // Other spellings of an address that we have: hosts answer some of them, and so do we, without one.
  const other = canonicalPath(path);
  for (const name of [other, `${other}.html`]) {
    if (!names.includes(name) && (await find(urlOf(name), [cacheName]))) return Response.redirect(urlOf(name));
  }
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(repair(names).catch(() => {}));
    return answer;
  } catch {
    const missing = await find(urlOf("404.html"), [cacheName]);
    const body = missing ? await missing.text() : FALLBACK_HTML;
    return new Response(body, { status: missing ? 404 : 503, headers: { "content-type": TYPES.html } });
  }
};

/** Brings back what the browser has thrown away. @param {string[]} names */
const repair = async (names) => {
  if ((await facts()).off) return;
  if ((await list()).files.some(([name]) => names.includes(name))) await save();
};

/**
 * Pages have the same name in every release: what an older one says must not be kept in a newer one.
 * @param {string} url
 */
const isPage = (url) => new URL(url).pathname.endsWith(".html");

// Ends what still waits for the host: a request that is never answered would hold this worker, and
// with it the release that waits.
const leaving = new AbortController();

/** @param {FetchEvent} event */
const answerFile = async (event) => {
  // An older page in another tab still asks for the files of its own release.
  const { url } = event.request;
  const kept = (await find(url, [cacheName])) || (!isPage(url) && (await find(url, await saved())));
  return kept || fetch(event.request, { signal: leaving.signal });
};

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  // The not-found page asks with HEAD where the site is.
  if (!/^(GET|HEAD)$/.test(request.method) || !request.url.startsWith(scope)) return;
  const url = new URL(request.url);
  event.respondWith(request.mode === "navigate" ? answerPage(event, url) : answerFile(event));
});

/** Takes the saved guide off the device, and keeps it off until the person wants it again. */
const remove = async () => {
  const { heard } = await facts();
  for (const name of await caches.keys()) {
    if (name.startsWith(ours)) await caches.delete(name);
  }
  await updateFacts({ off: true, heard });
  await broadcast({ state: "unsaved" });
};

/** The status now. */
const currentStatus = async () => {
  const is = (await saved()).includes(cacheName);
  let missing = 0;
  if (is) {
    const kept = await (await caches.open(cacheName)).keys();
    const there = new Set(kept.map(({ url }) => url));
    missing = (await list()).files.filter(([name]) => !there.has(urlOf(name))).length;
  }
  const correction = is ? await pendingCorrections() : "";
  const state = is ? "saved" : "unsaved";
  return { bytes: 0, missing, correction, build: BUILD, ...(await facts()), state, ...progress };
};

/**
 * Once a day, files that are not what the release says are thrown out, and then count as missing:
 * another page of this host can write into our caches, and a disk can fail.
 */
const removeTampered = async () => {
  const { weeded = 0 } = await facts();
  if (Math.abs(Date.now() - weeded) < DAY_MS || !(await saved()).includes(cacheName)) return;
  const cache = await caches.open(cacheName);
  for (const [name, hash] of (await list()).files) {
    const kept = await cache.match(urlOf(name));
    if (kept && (await hashOf(await kept.arrayBuffer())) !== hash) await cache.delete(urlOf(name));
  }
  await updateFacts({ weeded: Date.now() });
};

/** After a look at the host. @param {boolean} isNewest */
const checked = async (isNewest) => {
  await removeTampered();
  const { state, missing } = await currentStatus();
  // Then the failed release is no longer published.
  const isWhole = isNewest && state === "saved" && !missing;
  await updateFacts({ checked: Date.now(), ...(isWhole && { failed: "" }) });
};

/** The people here know of all that has been put right. */
const acknowledgeCorrections = async () => updateFacts({ heard: (await list()).corrections });

worker.addEventListener("message", (event) => {
  const { data } = event;
  /** @param {object} state */
  const reply = (state) => /** @type {Client | null} */ (event.source)?.postMessage({ bearings: state });
  const answer = async () => reply(await currentStatus());
  /** @type {Record<string, () => Promise<unknown>>} */
  const work = {
    ask: answer,
    "ask-update": async () => reply({ state: "update", correction: await pendingCorrections().catch(() => "") }),
    checked: () => checked(false).then(answer),
    newest: () => checked(true).then(answer),
    heard: acknowledgeCorrections,
    leave: async () => leaving.abort(),
    remove,
    save: () => updateFacts({ off: false }).then(save),
    switch: () => acknowledgeCorrections().catch(() => {}).then(() => worker.skipWaiting()),
  };
  if (data in work) event.waitUntil(work[data]().catch(() => {}));
});
