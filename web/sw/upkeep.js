// @ts-check
/// <reference lib="webworker" />
// Takes things away: old releases, files that are not what they should be, and all of it on request.

import { hashOf } from "./download.js";
import { facts, updateFacts } from "./facts.js";
import { unneeded } from "./plan.js";
import { FACTS, cacheName, ours, urlOf, worker } from "./release.js";
import { isSaved, list, saved } from "./releases.js";
import { broadcast, currentStatus } from "./status.js";

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param {(string | undefined)[]} needed */
const removeCaches = async (...needed) => {
  for (const name of unneeded(await caches.keys(), ours, needed)) await caches.delete(name);
};

/**
 * This release has taken over. The one before it stays: an older page in another tab still asks for
 * the files of its own release.
 */
export const takeOver = async () => {
  const before = (await saved()).find((name) => name !== cacheName);
  await removeCaches(cacheName, before, FACTS);
  if (!before) await worker.clients.claim();
  await broadcast(await currentStatus());
};

/** Takes the saved guide off the device, and keeps it off until the person wants it again. */
export const remove = async () => {
  const { heard } = await facts();
  await removeCaches();
  await updateFacts({ off: true, heard });
  await broadcast({ state: "unsaved" });
};

/**
 * Once a day, files that are not what the release says are thrown out, and then count as missing:
 * another page of this host can write into our caches, and a disk can fail.
 */
const removeTampered = async () => {
  const { weeded = 0 } = await facts();
  if (Math.abs(Date.now() - weeded) < DAY_MS || !(await isSaved())) return;
  const cache = await caches.open(cacheName);
  for (const [name, hash] of (await list()).files) {
    const kept = await cache.match(urlOf(name));
    if (kept && (await hashOf(await kept.arrayBuffer())) !== hash) await cache.delete(urlOf(name));
  }
  await updateFacts({ weeded: Date.now() });
};

/** The host has been asked for a newer release. @param {boolean} isNewest */
export const checked = async (isNewest) => {
  await removeTampered();
  const { state, missing } = await currentStatus();
  // Then the failed release is no longer published.
  const isWhole = isNewest && state === "saved" && !missing;
  await updateFacts({ checked: Date.now(), ...(isWhole && { failed: "" }) });
};
