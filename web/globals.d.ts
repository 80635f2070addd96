/** The folder of the page's language below the root of the site, with its slash; English has none. */
declare const FOLDER: string;
/** What `rescue.js` says, put above it when the site is made. */
declare const WORDS: Record<"text" | "words" | "copy" | "copied" | "save" | "reload" | "file", string>;

/** A file that `first.js` asked for before the loader ran; `stop` ends the request. */
interface EarlyFetch {
  stop: AbortController;
  response: Promise<Response>;
}

/** The program, its texts and the page's chunk, in this order, where they are fetched early. */
declare var early: EarlyFetch[] | undefined;

/** What comes later, each with its files (a chunk's texts and WebAssembly), put above `chunks.js` when the site is made. */
declare const CHUNKS: Record<string, string[]>;
