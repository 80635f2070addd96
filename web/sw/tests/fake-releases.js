// Releases for the tests: on the host, and saved on the device as an earlier worker left them.

import { createHash } from "node:crypto";
import { BUILD, OURS, SCOPE, world } from "./fake-browser.js";

export const hashOf = (text) => createHash("sha256").update(text).digest("base64");

const listed = (name, text) => [name, hashOf(text), Buffer.byteLength(text)];

/** What all pages of these releases share. */
const STYLE = "<style>b{}</style>";

/** A page of a release, which loads the files of this build of the app. */
export const pageOf = (build, text) =>
  `<html data-app="app-${build}.js" data-files="app-${build}.wasm" data-build="${build}">${STYLE}${text}</html>`;

/**
 * A release: its texts by name (`pages` hold what stands in them), as `prerender` would publish it.
 * @param {{ build?: string, pages?: Record<string, string>, files?: Record<string, string>, corrections?: string[] }} of
 */
export const release = ({ build = "b", pages = {}, files = {}, corrections = [] }) => {
  const texts = { [`app-${build}.js`]: `app ${build}`, "404.html": pageOf(build, "not found"), ...files };
  for (const [name, text] of Object.entries(pages)) texts[name] = pageOf(build, text);
  const packed = Object.entries(texts)
    .filter(([name]) => name.endsWith(".html"))
    .map(([name, text]) => [name, text.replace(STYLE, "\u00010\u0001")]);
  const pack = JSON.stringify({ shared: [STYLE], pages: Object.fromEntries(packed) });
  const list = {
    names: [{ app: `app-${build}.js`, files: `app-${build}.wasm`, build }],
    pack: listed(`pages-${build}.json`, pack),
    files: Object.entries(texts).map(([name, text]) => listed(name, text)),
    corrections,
  };
  const listText = JSON.stringify(list);
  const listName = `files-${build}.json`;
  const published = { ...texts, [list.pack[0]]: pack, [listName]: listText };
  return { build, texts, list, line: listed(listName, listText), published };
};

/** Puts a release on the host, and makes the worker the one of this release. */
export const publish = (made) => {
  globalThis.LIST = made.line;
  world.host = (name) => {
    const text = made.published[name];
    return new Response(text ?? "<h1>Not here</h1>", { status: text === undefined ? 404 : 200 });
  };
  return made;
};

export const cacheOf = (build) => caches.open(OURS + build);

/** The text that a cache holds under a name, if it does. */
export const cached = async (build, name) => (await (await cacheOf(build)).match(SCOPE + name))?.text();

/** The facts, and setting them. */
export const readFacts = async () => JSON.parse((await cached("facts", "__saved")) ?? "{}");
export const setFacts = async (facts) =>
  (await cacheOf("facts")).put(`${SCOPE}__saved`, new Response(JSON.stringify(facts)));

/** Puts a release on the device whole, as the worker of that release left it. */
export const saveOnDevice = async (made, when, build = made.build) => {
  const cache = await cacheOf(build);
  for (const [name, text] of Object.entries(made.texts)) await cache.put(SCOPE + name, new Response(text));
  await cache.put(SCOPE + made.line[0], new Response(JSON.stringify(made.list)));
  await cache.put(`${SCOPE}__saved`, new Response(JSON.stringify({ when })));
};

/** The same under the name of the worker that is tested. */
export const saveThis = (made, when = world.now) => saveOnDevice(made, when, BUILD);

/** So many pages, each with a text of its own. */
export const somePages = (count, text = "text") =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`guide/p${index}.html`, `${text} ${index}`]));
