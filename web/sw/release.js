// @ts-check
/// <reference lib="webworker" />
// Which release this worker belongs to, and the names under which it keeps things. They are frozen:
// the worker of another release, and the app of another release, use them too.

/* global BUILD, FOLDER */

export const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
/** The folder of this worker's language, with a slash at its end: each language has a worker. */
export const { scope } = worker.registration;
/** The root of the site, with a slash at its end. */
export const home = scope.slice(0, scope.length - FOLDER.length);
/** How the names of our caches begin: sites under one host share the origin. */
export const ours = `bearings:${new URL(scope).pathname}:`;
/** The cache of this release. */
export const cacheName = ours + BUILD;
/** The cache of what is known of saving. */
export const FACTS = `${ours}facts`;

/** @param {string} name */
export const urlOf = (name) => new URL(name, home).href;

/** In the cache of a release: it is whole. In the cache of facts: the facts. */
export const MARK = urlOf("__saved");
