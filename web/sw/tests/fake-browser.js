// A browser as far as the worker knows one: caches, a host, pages, a clock. The worker is loaded into
// it once; `reset` gives each test an empty device and a host without files. A file of tests that sets
// `testedFolder` before it loads this one has the worker of that language.

import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";

export const SCOPE = "https://example.org/guide-site/";
export const FOLDER = globalThis.testedFolder ?? "";
export const OURS = `bearings:/guide-site/${FOLDER}:`;
export const BUILD = "this";
/** The first moment of every test. */
export const START = Date.UTC(2026, 10, 1);

const contract = JSON.parse(readFileSync(new URL("../../contract.json", import.meta.url), "utf8"));
const fields = [...Object.keys(contract.to_page.fields), ...Object.keys(contract.facts.names)];
const states = Object.keys(contract.to_page.states);

/** What a test sees and sets. */
export const world = { now: START, isFull: false, claimed: 0, skipped: 0, host: undefined };

/** What the pages were told, in order. @type {Record<string, any>[]} */
export const told = [];
/** What was asked of the host, in order: names below the root. @type {string[]} */
export const asked = [];

/** A page that hears the worker, and holds each message against the list. */
const page = (url) => ({
  url,
  postMessage(message) {
    assert.deepEqual(Object.keys(message), [contract.to_page.envelope]);
    const said = message.bearings;
    const remedy = "list it in web/contract.json, and read it in src/browser/worker.rs";
    for (const name of Object.keys(said)) assert.ok(fields.includes(name), `field \`${name}\`: ${remedy}`);
    assert.ok(states.includes(said.state), `state \`${said.state}\`: ${remedy}`);
    told.push(said);
  },
});
export const ourPage = page(`${SCOPE}${FOLDER}today.html`);
const elsewhere = (url) => ({ url, postMessage: () => assert.fail(`${url} was told`) });
const neighbour = elsewhere("https://example.org/other/");
/** Pages of this site in other languages. */
const others = ["", "es/", "fr/"].filter((folder) => folder !== FOLDER);
const otherPages = others.map((folder) => elsewhere(`${SCOPE}${folder}guide/bone-scan.html`));

const keyOf = (request, ignoreSearch = false) => {
  const url = new URL(request.url ?? request);
  url.hash = "";
  if (ignoreSearch) url.search = "";
  return url.href;
};

class FakeCache {
  #entries = new Map();

  async match(request, { ignoreSearch = false } = {}) {
    const wanted = keyOf(request, ignoreSearch);
    for (const [url, { bytes, headers }] of this.#entries) {
      if (keyOf(url, ignoreSearch) === wanted) return new Response(bytes, { headers });
    }
    return undefined;
  }

  async put(request, response) {
    if (world.isFull) throw new DOMException("", "QuotaExceededError");
    const { headers } = response;
    this.#entries.set(keyOf(request), { bytes: await response.arrayBuffer(), headers });
  }

  delete = async (request) => this.#entries.delete(keyOf(request));
  keys = async () => [...this.#entries.keys()].map((url) => ({ url }));
}

const opened = new Map();
globalThis.caches = {
  async open(name) {
    if (!opened.has(name)) opened.set(name, new FakeCache());
    return opened.get(name);
  },
  keys: async () => [...opened.keys()],
  delete: async (name) => opened.delete(name),
};

const listeners = new Map();
globalThis.self = {
  registration: { scope: SCOPE + FOLDER },
  clients: {
    matchAll: async () => [ourPage, neighbour, ...otherPages],
    claim: async () => void (world.claimed += 1),
  },
  skipWaiting: async () => void (world.skipped += 1),
  addEventListener: (kind, listener) => listeners.set(kind, listener),
};

/** Gives the worker an event. The answer, if there is one, and the end of all that it waits for. */
export const dispatch = (kind, event = {}) => {
  const waits = [];
  let answered;
  listeners.get(kind)({
    ...event,
    waitUntil: (work) => waits.push(work),
    respondWith: (work) => void (answered = work),
  });
  return { answered, done: () => Promise.all(waits) };
};

/** A page says something to the worker. */
export const say = (data) => dispatch("message", { data, source: ourPage }).done();

globalThis.fetch = async (request, options = {}) => {
  const url = keyOf(request);
  asked.push(url.slice(SCOPE.length));
  return world.host(url.slice(SCOPE.length), options);
};
globalThis.crypto ??= webcrypto;
Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
globalThis.BUILD = BUILD;
globalThis.FOLDER = FOLDER;
globalThis.FALLBACK_HTML = "<h1>Gone</h1>";
Date.now = () => world.now;

// Timers run only when a test lets time pass.
const timers = new Map();
let lastTimer = 0;
globalThis.setTimeout = (act, wait) => {
  timers.set((lastTimer += 1), { act, at: world.now + wait });
  return lastTimer;
};
globalThis.clearTimeout = (id) => void timers.delete(id);

/** How many timers run. */
export const running = () => timers.size;

/** Lets so many milliseconds pass. */
export const pass = (time) => {
  world.now += time;
  for (const [id, { act, at }] of timers) {
    if (at > world.now) continue;
    timers.delete(id);
    act();
  }
};

/** Waits until something is so: what was begun goes on meanwhile. */
export const until = async (isSo) => {
  for (let turn = 0; !isSo(); turn += 1) {
    assert.ok(turn < 10_000, "it never came");
    await new Promise((resolve) => setImmediate(resolve));
  }
};

/** An empty device, and a host that cannot be reached. */
export const reset = () => {
  Object.assign(world, { now: START, isFull: false, claimed: 0, skipped: 0 });
  world.host = () => Promise.reject(new TypeError("no network"));
  for (const all of [opened, timers]) all.clear();
  for (const all of [told, asked]) all.length = 0;
};
reset();
await import("../main.js");
