// @ts-check
/// <reference lib="webworker" />
// Bytes from the host, never other bytes than the release names.

import { urlOf } from "./release.js";

/** No byte for this long means that the connection has gone. */
const STALL_MS = 20_000;

/** As the list writes it: SHA-256 in base 64. @param {BufferSource} bytes */
export const hashOf = async (bytes) => {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...sum));
};

/** A file came whole, and is not the one that the release names. */
export class Changed extends Error {}

/**
 * The bytes of a file, or an error: never bytes that are not what the release says.
 * @param {Listed} file
 * @param {(bytes: number) => void} arrived
 */
export const fetchVerified = async ([name, hash], arrived) => {
  // What the page has fetched already is not fetched again, if the browser still has it.
  for (const cache of /** @type {RequestCache[]} */ (["force-cache", "reload"])) {
    const stop = new AbortController();
    let timer = setTimeout(() => stop.abort(), STALL_MS);
    try {
      const answer = await fetch(urlOf(name), { cache, signal: stop.signal });
      if (!answer.ok || !answer.body) throw new Error(`${name}: ${answer.status}`);
      const chunks = [];
      const reader = answer.body.getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(timer);
        timer = setTimeout(() => stop.abort(), STALL_MS);
        chunks.push(part.value);
        arrived(part.value.length);
      }
      const bytes = await new Blob(chunks).arrayBuffer();
      if ((await hashOf(bytes)) === hash) return bytes;
    } catch (error) {
      if (cache === "reload") throw error;
    } finally {
      clearTimeout(timer);
    }
  }
  throw new Changed(name);
};
