// @ts-check
/// <reference lib="webworker" />
// What a page can say to this worker. `web/contract.json` lists it; the app says it in
// `src/browser/worker.rs`.

import { leave } from "./answer.js";
import { acknowledgeCorrections, pendingCorrections, updateFacts } from "./facts.js";
import { worker } from "./release.js";
import { save } from "./save.js";
import { currentStatus } from "./status.js";
import { checked, remove } from "./upkeep.js";

/** @typedef {(state: object) => void} Reply */

/** @param {Reply} reply */
const answer = async (reply) => reply(await currentStatus());

/** What each message leads to. @type {Record<string, (reply: Reply) => Promise<unknown>>} */
export const work = {
  ask: answer,
  "ask-update": async (reply) => reply({ state: "update", correction: await pendingCorrections().catch(() => "") }),
  checked: (reply) => checked(false).then(() => answer(reply)),
  newest: (reply) => checked(true).then(() => answer(reply)),
  heard: acknowledgeCorrections,
  leave,
  remove,
  save: () => updateFacts({ off: false }).then(save),
  switch: () => acknowledgeCorrections().catch(() => {}).then(() => worker.skipWaiting()),
};
