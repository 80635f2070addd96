// @ts-check
// What comes after the app has answered: chunks, pieces of the program that are fetched when they are
// first used, on any page; the list of pages; and what search reads.
//
// `prerender` puts this into one file with the JavaScript of the program, and above it CHUNKS: the
// files of each chunk, its texts first and then its WebAssembly and styles, the list of pages
// ("catalog"), and the two files of the index ("search-pages", "search-blocks"). The names of what is exported are known to wasm_split and to `src/browser/chunks.rs`.

/* global CHUNKS */

/** @typedef {(name: string, cache: RequestCache) => Promise<Response>} Load */

/** What the main part gives to the others. @type {WebAssembly.ModuleImports} */
let main;
/** @type {Load} */
let find;

/**
 * Called once by the loader, which knows how to fetch a file over a bad link, and has fetched what
 * the page uses at once.
 * @param {WebAssembly.ModuleImports} exports
 * @param {Load} load
 * @param {string[]} files
 * @param {Response[]} came
 */
export const lend = (exports, load, files, came) => {
  main = exports;
  find = async (name, cache) => (cache === "default" && came[files.indexOf(name)]) || load(name, cache);
};

/** What has come or is coming. @type {Record<string, Promise<any>>} */
const coming = {};
/** What could not be had: a file that was cut short may lie in the browser's cache. @type {Set<string>} */
const broken = new Set();

/**
 * Does something once. What failed can be asked for again, and is then fetched past the cache.
 * @template T
 * @param {string} what
 * @param {(cache: RequestCache) => Promise<T>} bring
 * @returns {Promise<T>}
 */
const once = (what, bring) => {
  coming[what] ??= bring(broken.has(what) ? "reload" : "default").catch((error) => {
    delete coming[what];
    broken.add(what);
    throw error;
  });
  return coming[what];
};

/** @param {string} name @param {RequestCache} cache */
const bring = async (name, cache) => {
  // Search answers from this; it travels along with the code.
  if (name === "search") fetchBytes("search-pages").catch(() => {});
  const [texts, ...others] = CHUNKS[name];
  // Two chunks may need the same part of the program. Put in twice, its data would begin anew.
  const parts = others.map((file) =>
    once(file, (own) => (file.endsWith(".css") ? dress : put)(find(file, own))),
  );
  const said = find(texts, cache);
  // The list of pages has no code; and in the inner loop the program is whole.
  await Promise.all([said, ...parts]);
  const text = await (await said).text();
  // What begins otherwise is a page that a host has answered with.
  if (text[0] !== "[") throw new Error(texts);
  return text;
};

/** Puts code into the program. @param {Promise<Response>} wasm @returns {Promise<unknown>} */
const put = (wasm) => WebAssembly.instantiateStreaming(wasm, { __wasm_split: main });

/** Gives the page more styles. Not by an element: the policy of the page allows none. @param {string} styles */
const adopt = (styles) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
};

/** The styles of a chunk. @param {Promise<Response>} styles */
const dress = async (styles) => adopt(await (await styles).text());

let hasPlaces = false;

/**
 * Gives this page the styles of the places, if the page in this file has them: a page of the guide comes
 * without. Returns the file without them, for the policy of this page may forbid to parse them.
 * @param {string} file
 */
export const dressPlaces = (file) =>
  file.replace(/<style id=places>(.*?)<\/style>/s, (_, styles) => {
    if (!hasPlaces && !document.getElementById("places")) adopt(styles);
    hasPlaces = true;
    return "";
  });

/**
 * The texts of a chunk, once its code can be called, or the list of pages.
 * @param {string} name
 * @returns {Promise<string>}
 */
export const fetchChunk = (name) => once(name, (cache) => bring(name, cache));

/**
 * A file that is no code, as bytes.
 * @param {string} name
 * @returns {Promise<Uint8Array>}
 */
export const fetchBytes = (name) =>
  once(name, async (cache) => {
    const bytes = new Uint8Array(await (await find(CHUNKS[name][0], cache)).arrayBuffer());
    // "B", as the index begins.
    if (bytes[0] !== 66) throw new Error(name);
    return bytes;
  });

/** @param {string} name @param {number} callback @param {number} data */
const tell = async (name, callback, data) => {
  const isThere = await fetchChunk(name).then(
    () => true,
    () => false,
  );
  /** @type {WebAssembly.Table} */ (main.__indirect_function_table).get(callback)(data, isThere);
};

/** @param {number} callback @param {number} data */
export const __wasm_split_load_tools = (callback, data) => tell("tools", callback, data);

/** @param {number} callback @param {number} data */
export const __wasm_split_load_search = (callback, data) => tell("search", callback, data);
