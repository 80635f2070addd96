// @ts-check
// What `boot.js` needs only when something has gone wrong. A page of another release may ask for
// it: what is exported keeps its name and meaning.
//
// `prerender` puts WORDS, the sentences, above.

/* global WORDS */

/** No answer for this long means that the connection has gone. */
const STALL_MS = 8_000;

/**
 * Whether this page is older than the site: it then names files that are gone.
 * A page that has just been loaded anew is never loaded again: no loop.
 */
export const isStale = async () => {
  const navigations = performance.getEntriesByType("navigation");
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (navigations);
  if (navigation?.type === "reload") return false;
  const signal = AbortSignal.timeout(STALL_MS);
  const text = await (await fetch(location.href, { cache: "reload", signal })).text();
  const { build } = new DOMParser().parseFromString(text, "text/html").documentElement.dataset;
  return Boolean(build) && build !== document.documentElement.dataset.build;
};

/**
 * "Try again": fetches the files of the app past the browser's cache. `load` gives up only when
 * nothing arrives for a while.
 * @param {(name: string, cache: RequestCache) => Promise<Response>} load
 */
export const fetchAnew = (load) => {
  const { app, files } = document.documentElement.dataset;
  const names = `${app} ${files}`.split(" ");
  return Promise.allSettled(names.map(async (name) => (await load(name, "reload")).arrayBuffer()));
};

/** What stands in the fields that a person writes in. */
const written = () =>
  [...document.querySelectorAll("textarea")]
    .map(({ value }) => value.trim())
    .filter(Boolean)
    .join("\n\n");

/** @param {string} text */
const save = (text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = WORDS.file;
  document.body.append(link);
  link.click();
  link.remove();
};

/**
 * The app has stopped for good. Nothing that is typed from then on would be kept: this says what
 * happened and holds out the words that stand in the fields.
 */
export const rescue = () => {
  const note = document.createElement("div");
  const said = document.createElement("p");
  const ways = document.createElement("div");
  /** @param {string} name @param {string} words @param {() => unknown} act */
  const offer = (name, words, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset[name] = "";
    button.textContent = words;
    button.addEventListener("click", act);
    ways.append(button);
  };
  const hasWords = Boolean(written());
  // What the app had set answers no more.
  onbeforeunload = hasWords ? (event) => event.preventDefault() : null;
  if (hasWords) {
    const copied = () => {
      said.textContent = WORDS.copied;
    };
    const copy = () => navigator.clipboard.writeText(written()).then(copied, () => save(written()));
    // Only offered where the page came over a safe connection.
    if (navigator.clipboard) offer("stoppedCopy", WORDS.copy, copy);
    offer("stoppedSave", WORDS.save, () => save(written()));
  }
  offer("stoppedReload", WORDS.reload, () => location.reload());
  said.textContent = hasWords ? `${WORDS.text} ${WORDS.words}` : WORDS.text;
  note.className = "notice";
  note.dataset.stoppedNote = "";
  ways.className = "notice-ways";
  note.append(said, ways);
  // In place of what the app said last: above the bar of the places, over the end of the page.
  const slot = document.createElement("div");
  slot.className = "notice-slot";
  slot.setAttribute("role", "alert");
  slot.append(note);
  for (const old of document.querySelectorAll(".notice-slot")) old.remove();
  document.body.append(slot);
  // The words that somebody is writing stay in sight above it.
  const main = document.querySelector("main");
  if (main) main.style.paddingBottom = `${slot.offsetHeight + 96}px`;
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement) field.scrollIntoView();
};
