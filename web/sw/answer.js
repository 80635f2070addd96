// @ts-check
/// <reference lib="webworker" />
// What a page gets that asks for a file: from the saved release, else from the host.

/* global FALLBACK_HTML, FOLDER */

import { cacheName, home, urlOf } from "./release.js";
import { find, saved } from "./releases.js";
import { isPage, namesOf, otherNamesOf, pathOf, typeOf } from "./routes.js";
import { repair } from "./save.js";

/** @param {FetchEvent} event */
export const answerPage = async (event) => {
  const path = pathOf(new URL(event.request.url), home);
  const names = namesOf(path);
  for (const name of names) {
    const kept = await find(urlOf(name), [cacheName]);
    if (kept) return kept;
  }
  for (const name of otherNamesOf(path)) {
    if (await find(urlOf(name), [cacheName])) return Response.redirect(urlOf(name));
  }
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(repair(names).catch(() => {}));
    return answer;
  } catch {
    const missing = await find(urlOf(`${FOLDER}404.html`), [cacheName]);
    const body = missing ? await missing.text() : FALLBACK_HTML;
    return new Response(body, { status: missing ? 404 : 503, headers: { "content-type": typeOf("404.html") } });
  }
};

const leaving = new AbortController();

/**
 * Ends what still waits for the host: a request that is never answered would hold this worker, and
 * with it the release that waits.
 */
export const leave = async () => leaving.abort();

/** @param {FetchEvent} event */
export const answerFile = async (event) => {
  // An older page in another tab still asks for the files of its own release.
  const { url } = event.request;
  const kept = (await find(url, [cacheName])) || (!isPage(url) && (await find(url, await saved())));
  return kept || fetch(event.request, { signal: leaving.signal });
};
