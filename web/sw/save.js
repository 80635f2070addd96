// @ts-check
/// <reference lib="webworker" />
// A release is saved whole or not at all: in a cache of its own, whose mark is written last.

/* global LIST */

import { Changed, fetchVerified, hashOf } from "./download.js";
import { facts, updateFacts } from "./facts.js";
import { planOf, reasonOf, sizeOf, unpack } from "./plan.js";
import { MARK, cacheName, urlOf } from "./release.js";
import { isSaved, list, response, reuseCached, saved } from "./releases.js";
import { broadcast, endProgress, startProgress } from "./status.js";

/** @typedef {(file: Listed, bytes: BufferSource) => Promise<void>} Keep */

/**
 * Keeps the files that are on this device already. Gives the others.
 * @param {List} all
 * @param {Keep} keep
 */
const keepCached = async (all, keep) => {
  const cacheNames = [cacheName, ...(await saved()).filter((name) => name !== cacheName)];
  const wanted = [];
  for (const file of all.files) {
    const bytes = await reuseCached(file, all.names, cacheNames);
    if (bytes) await keep(file, bytes);
    else wanted.push(file);
  }
  return wanted;
};

/**
 * @param {Listed[]} files
 * @param {Keep} keep
 * @param {(bytes: number) => void} arrived
 */
const fetchEach = async (files, keep, arrived) => {
  for (const file of files) await keep(file, await fetchVerified(file, arrived));
};

/**
 * @param {Listed[]} pages
 * @param {Listed} file
 * @param {Keep} keep
 * @param {(bytes: number) => void} arrived
 */
const fetchPack = async (pages, file, keep, arrived) => {
  const pack = JSON.parse(new TextDecoder().decode(await fetchVerified(file, arrived)));
  for (const page of pages) {
    const bytes = new TextEncoder().encode(unpack(pack.pages[page[0]], pack.shared));
    if ((await hashOf(bytes)) !== page[1]) throw new Error(`${page[0]}: not as it was made`);
    await keep(page, bytes);
  }
};

const saveAll = async () => {
  if ((await facts()).off) return;
  // Nothing is built on what a try that failed has left: WebKit still shows the files of a worker
  // that was given up, and loses them later. The browser's own cache has what had arrived.
  if (!(await isSaved())) await caches.delete(cacheName);
  const cache = await caches.open(cacheName);
  const all = await list();
  /** @type {Keep} */
  const keep = (file, bytes) => cache.put(urlOf(file[0]), response(file[0], bytes));
  const wanted = await keepCached(all, keep);
  const plan = planOf(wanted, all.pack);
  const { arrived, expectMore } = startProgress(plan.total);
  let needsPack = plan.isPacked;
  if (!needsPack) {
    try {
      await fetchEach(plan.pages, keep, arrived);
    } catch (error) {
      if (!(error instanceof Changed)) throw error;
      // Something between the host and here writes into pages: an antivirus, a proxy, the host's own
      // habit. It leaves the pack alone, which is no page.
      needsPack = true;
      expectMore(sizeOf([all.pack]));
    }
  }
  if (needsPack) await fetchPack(plan.pages, all.pack, keep, arrived);
  await fetchEach(plan.others, keep, arrived);
  await cache.put(urlOf(LIST[0]), response(LIST[0], JSON.stringify(all)));
  // A first visit has nothing to correct.
  const { off, heard = all.corrections } = await facts();
  if (off) {
    await caches.delete(cacheName);
    return broadcast({ state: "unsaved" });
  }
  await cache.put(MARK, response("mark.json", JSON.stringify({ when: Date.now() })));
  await updateFacts({ when: Date.now(), bytes: sizeOf(all.files), heard, failed: "" });
  endProgress();
  await broadcast({ state: "saved" });
};

/** @type {Promise<void> | undefined} */
let saving;

/**
 * Saves what is not there yet, unless the person has taken the guide off this device. Concurrent
 * calls share one run.
 */
export const save = () => {
  saving ??= saveAll()
    .catch(async (error) => {
      endProgress();
      await failed(error);
      throw error;
    })
    .finally(() => {
      saving = undefined;
      endProgress();
    });
  return saving;
};

/** @param {unknown} error */
const failed = async (error) => {
  const why = reasonOf(error);
  // Half a release that has no room for its other half is of no use.
  if (why === "full" && !(await isSaved())) await caches.delete(cacheName);
  await updateFacts({ failed: why }).catch(() => {});
  await broadcast({ state: "failed", failed: why });
};

/** Brings back what the browser has thrown away. @param {string[]} names */
export const repair = async (names) => {
  if ((await facts()).off) return;
  if ((await list()).files.some(([name]) => names.includes(name))) await save();
};
