// @ts-check
// Chunks: pieces of the program that are fetched when they are first used, on any page.
//
// `prerender` puts this into one file with the JavaScript of the program, and above it CHUNKS: the
// files of each chunk, its texts first and then its WebAssembly. The names of what is exported are
// known to wasm_split and to `src/browser/chunks.rs`.

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

/** @type {Record<string, Promise<string>>} */
const coming = {};
/** What could not be had: a file that was cut short may lie in the browser's cache. @type {Set<string>} */
const broken = new Set();

/** @param {string} name */
const bring = async (name) => {
  const cache = broken.has(name) ? "reload" : "default";
  const [texts, wasm] = await Promise.all(CHUNKS[name].map((file) => find(file, cache)));
  // In the inner loop the program is whole.
  if (wasm) await WebAssembly.instantiateStreaming(wasm, { __wasm_split: main });
  return texts.text();
};

/**
 * The texts of a chunk, once its code can be called. What failed can be asked for again.
 * @param {string} name
 */
export const fetchChunk = (name) => {
  coming[name] ??= bring(name).catch((error) => {
    delete coming[name];
    broken.add(name);
    throw error;
  });
  return coming[name];
};

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
