// @ts-check
/// <reference lib="webworker" />
// What the pages are told of saving. The names are listed in `web/contract.json`.

/* global BUILD, FOLDER */

import { facts, pendingCorrections } from "./facts.js";
import { cacheName, home, scope, urlOf, worker } from "./release.js";
import { isSaved, list } from "./releases.js";
import { folderOf, pathOf } from "./routes.js";

/** Progress is told no more often than this. */
const TELL_MS = 200;

/** How far saving has come, while it goes on. @type {object | undefined} */
let progress;

/** Tells every page of this language: below the English ones are those of the others. @param {object} state */
export const broadcast = async (state) => {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) {
    if (!client.url.startsWith(scope)) continue;
    const folder = folderOf(pathOf(new URL(client.url), home));
    if (folder === FOLDER) client.postMessage({ bearings: state });
  }
};

/**
 * Saving has begun, and so many bytes are to come. Gives what counts them.
 * @param {number} total
 */
export const startProgress = (total) => {
  let done = 0;
  let told = 0;
  const tell = () => broadcast((progress = { state: "saving", done: Math.min(done, total), of: total }));
  tell();
  return {
    /** @param {number} bytes */
    arrived: (bytes) => {
      done += bytes;
      if (Date.now() - told < TELL_MS) return;
      told = Date.now();
      tell();
    },
    /** @param {number} bytes */
    expectMore: (bytes) => {
      total += bytes;
    },
  };
};

/** Saving has ended, however it did. */
export const endProgress = () => {
  progress = undefined;
};

/** All that a page may want to know. */
export const currentStatus = async () => {
  const is = await isSaved();
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
