/** What `rescue.js` says, put above it when the site is made. */
declare const WORDS: Record<"text" | "words" | "copy" | "copied" | "save" | "reload" | "file", string>;
/** The files of each chunk, texts and WebAssembly, put above `chunks.js` when the site is made. */
declare const CHUNKS: Record<string, string[]>;
