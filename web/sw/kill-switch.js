// @ts-check
/// <reference lib="webworker" />
// Takes the worker and everything it saved off the device; what a person wrote stays.
//
// Built with every release and put in the place of `sw.js` when a release must be withdrawn: see
// CONTRIBUTING.md.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const ours = `bearings:${new URL(worker.registration.scope).pathname}:`;

worker.addEventListener("install", () => worker.skipWaiting());

worker.addEventListener("activate", (event) => {
  const clear = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(ours)) await caches.delete(name);
    }
    await worker.registration.unregister();
  };
  event.waitUntil(clear());
});
