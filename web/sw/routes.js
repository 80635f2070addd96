// @ts-check
// What an address means. Pure: names of files are relative to the root of the site.

/** @type {Record<string, string>} */
const TYPES = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
  webmanifest: "application/manifest+json",
};

/** The media type of a file. @param {string} name */
export const typeOf = (name) => TYPES[name.slice(name.lastIndexOf(".") + 1)] || "application/octet-stream";

/**
 * Whether the worker answers a request: `home` is the root of the site, where the program lies that
 * all languages share. The not-found page asks with HEAD where the site is.
 * @param {{ method: string, url: string }} request
 * @param {string} home
 */
export const isAnswered = ({ method, url }, home) => /^(GET|HEAD)$/.test(method) && url.startsWith(home);

/** An address as seen from the root, without query and fragment. @param {URL} url @param {string} home */
export const pathOf = (url, home) =>
  url.pathname.slice(new URL(home).pathname.length).replace(/^(.*\/)?$/, "$1index.html");

/**
 * The folder of the language that a path belongs to, as `Lang::of_path` knows it: "es/"; English has
 * none.
 * @param {string} path
 */
export const folderOf = (path) => /^(?!en\/)[a-z]{2}\//.exec(path)?.[0] || "";

/** The files that a path may mean as it is spelt. @param {string} path */
export const namesOf = (path) => (path.endsWith(".html") ? [path] : [`${path}.html`, path]);

/**
 * As our files are spelt: small letters, no signs in per cent, no slash twice or at the end.
 * @param {string} path
 */
export const canonicalPath = (path) => {
  try {
    path = decodeURIComponent(path);
  } catch {
    // Per cent of nothing: it is no address of ours, whatever it means.
  }
  path = path.toLowerCase().replace(/\/+/g, "/");
  // The folder of the pages has no index of its own: it is the contents that are meant. That of a
  // language has one.
  path = path.replace(/(\/index(\.html)?)$/, "").replace(/^\/|\/$/g, "");
  return /^[a-z]{2}$/.test(path) ? `${path}/index.html` : path || "index.html";
};

/**
 * The files that a path may mean in another spelling: hosts answer some of them, and so do we,
 * without one, by a redirect to the file.
 * @param {string} path
 */
export const otherNamesOf = (path) => {
  const names = namesOf(path);
  const other = canonicalPath(path);
  return [other, `${other}.html`].filter((name) => !names.includes(name));
};

/**
 * Pages have the same name in every release: what an older one says must not be kept in a newer one.
 * @param {string} url
 */
export const isPage = (url) => new URL(url).pathname.endsWith(".html");

/**
 * The loader tries again under another address: the same file, and `?` with a number. Only then is
 * the search part ignored, for it makes the browser look through all files: 11 ms for each on a slow
 * phone.
 * @param {string} url
 */
export const isSecondTry = (url) => url.includes("?");
