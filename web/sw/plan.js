// @ts-check
// What must be fetched to save a release, and what can be made of what is there. Pure.

/** So many pages are fetched one by one; more come in one file. */
const ONE_BY_ONE = 6;

/** Bytes of these files. @param {Listed[]} files */
export const sizeOf = (files) => files.reduce((sum, [, , size]) => sum + size, 0);

/**
 * How the files that are not here are fetched: pages in the pack, or as they are; all else as it is.
 * `total` is what has to come, in bytes.
 * @param {Listed[]} wanted
 * @param {Listed} pack
 */
export const planOf = (wanted, pack) => {
  const pages = wanted.filter(([name]) => name.endsWith(".html"));
  const others = wanted.filter((file) => !pages.includes(file));
  const isPacked = pages.length > ONE_BY_ONE;
  return { pages, others, isPacked, total: sizeOf(others) + sizeOf(isPacked ? [pack] : pages) };
};

/**
 * The same page, loading the files of another build of the app.
 * @param {string} page
 * @param {Record<string, string>} program
 */
export const withProgram = (page, program) => {
  for (const [key, value] of Object.entries(program)) {
    page = page.replace(new RegExp(` data-${key}="[^"]*"`), ` data-${key}="${value}"`);
  }
  return page;
};

/**
 * A page of the pack. What all pages share is in the pack once; its number stands between two marks.
 * @param {unknown} packed
 * @param {string[]} shared
 */
export const unpack = (packed, shared) => {
  const parts = String(packed).split("\u0001");
  return parts.map((part, index) => (index % 2 ? shared[Number(part)] : part)).join("");
};

/**
 * What of the corrections the people here have not been told, the newest first, as one text.
 * @param {string[]} corrections
 * @param {string[]} heard
 */
export const untold = (corrections, heard) => corrections.filter((text) => !heard.includes(text)).join(" ");

/**
 * Why saving failed. Firefox calls a full disk NS_ERROR_FILE_NO_DEVICE_SPACE, the others
 * QuotaExceededError.
 * @param {unknown} error
 */
export const reasonOf = (error) => (/Quota|SPACE/.test(/** @type {Error} */ (error)?.name) ? "full" : "network");

/**
 * Our caches that are not needed; `ours` is how their names begin.
 * @param {string[]} names
 * @param {string} ours
 * @param {(string | undefined)[]} needed
 */
export const unneeded = (names, ours, needed) =>
  names.filter((name) => name.startsWith(ours) && !needed.includes(name));
