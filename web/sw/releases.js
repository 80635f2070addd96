// @ts-check
/// <reference lib="webworker" />
// The releases that are saved on this device, and the files in them.

/* global LIST */

import { fetchVerified, hashOf } from "./download.js";
import { withProgram } from "./plan.js";
import { FACTS, MARK, cacheName, ours, urlOf } from "./release.js";
import { isSecondTry, typeOf } from "./routes.js";

/** A response of our own: no redirect, no wrong type. @param {string} name @param {BodyInit} body */
export const response = (name, body) => new Response(body, { headers: { "content-type": typeOf(name) } });

/** Our caches that hold a whole release, the newest first. */
export const saved = async () => {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(ours) || name === FACTS) continue;
    const mark = await (await caches.open(name)).match(MARK);
    if (mark) found.push({ name, when: (await mark.json()).when });
  }
  return found.sort((one, other) => other.when - one.when).map(({ name }) => name);
};

/** Whether this release is saved whole. */
export const isSaved = async () => (await saved()).includes(cacheName);

/** What this release is made of. @returns {Promise<List>} */
export const list = async () => {
  const [name] = LIST;
  const kept = await (await caches.open(cacheName)).match(urlOf(name));
  const text = kept ? await kept.text() : new TextDecoder().decode(await fetchVerified(LIST, () => {}));
  return JSON.parse(text);
};

/** The first of these caches' answer to an address. @param {string} url @param {string[]} cacheNames */
export const find = async (url, cacheNames) => {
  for (const from of cacheNames) {
    const kept = await (await caches.open(from)).match(url, { ignoreSearch: isSecondTry(url) });
    if (kept) return kept;
  }
  return undefined;
};

/**
 * A file that is on this device already: in this release's cache, or unchanged in another. A page
 * that differs only in the names of the app's files is made from the old one.
 * @param {Listed} file
 * @param {Record<string, string>[]} programs
 * @param {string[]} cacheNames
 */
export const reuseCached = async ([name, hash], programs, cacheNames) => {
  for (const from of cacheNames) {
    const kept = await (await caches.open(from)).match(urlOf(name));
    if (!kept) continue;
    const bytes = await kept.arrayBuffer();
    if ((await hashOf(bytes)) === hash) return bytes;
    if (!name.endsWith(".html")) continue;
    const page = new TextDecoder().decode(bytes);
    for (const program of programs) {
      const renamed = new TextEncoder().encode(withProgram(page, program));
      if ((await hashOf(renamed)) === hash) return renamed;
    }
  }
  return undefined;
};
