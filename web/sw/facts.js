// @ts-check
/// <reference lib="webworker" />
// What is known of saving, kept between visits and shared by the workers of all releases.

import { untold } from "./plan.js";
import { FACTS, MARK } from "./release.js";
import { list, response } from "./releases.js";

/** @returns {Promise<Facts>} */
export const facts = async () => {
  const kept = await (await caches.open(FACTS)).match(MARK);
  return kept ? kept.json() : {};
};

/** One after the other, also beside the worker of another release. @param {Facts} more */
export const updateFacts = (more) => {
  const write = async () => {
    const all = { ...(await facts()), ...more };
    await (await caches.open(FACTS)).put(MARK, response("facts.json", JSON.stringify(all)));
  };
  const { locks } = /** @type {{ locks?: LockManager }} */ (navigator);
  return locks ? locks.request(FACTS, write) : write();
};

/** What has been put right since the people here were last told, the newest first. */
export const pendingCorrections = async () => {
  const { heard } = await facts();
  return heard ? untold((await list()).corrections, heard) : "";
};

/** The people here know of all that has been put right. */
export const acknowledgeCorrections = async () => updateFacts({ heard: (await list()).corrections });
