// @ts-check
/// <reference lib="webworker" />
// Keeps the whole guide on the device, so that it opens without a network.
//
// `prerender` puts these parts together in one file, `sw.js`, and this release's own facts above:
// BUILD, FOLDER, LIST, FALLBACK_HTML. LIST names the file that lists all others with their hashes; a
// worker is never changed otherwise, so a browser that looks for a newer one fetches these few bytes.
// Each language has a worker of its own, and what it saves is of that language alone.
//
// A release takes over when a person says so, or when there was none before. Nothing but releases
// and the facts of saving is ever stored.

import { answerFile, answerPage } from "./answer.js";
import { facts } from "./facts.js";
import { work } from "./messages.js";
import { home, worker } from "./release.js";
import { isAnswered } from "./routes.js";
import { save } from "./save.js";
import { takeOver } from "./upkeep.js";

worker.addEventListener("install", (event) => {
  // Chromium would ask the host for a page beside starting a worker that sleeps.
  const routes = /** @type {{ addRoutes?: (route: object) => Promise<void> }} */ (event);
  routes.addRoutes?.({ condition: { requestMode: "navigate" }, source: "fetch-event" }).catch(() => {});
  // Where the guide was taken away there is nothing to protect: waiting, this worker would leave
  // "save again" to one whose list the host may no longer have.
  event.waitUntil(facts().then(({ off }) => (off ? worker.skipWaiting() : save())));
});

worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (!isAnswered(request, home)) return;
  event.respondWith(request.mode === "navigate" ? answerPage(event) : answerFile(event));
});

worker.addEventListener("message", (event) => {
  const { data, source } = event;
  /** @param {object} state */
  const reply = (state) => /** @type {Client | null} */ (source)?.postMessage({ bearings: state });
  if (data in work) event.waitUntil(work[data](reply).catch(() => {}));
});
