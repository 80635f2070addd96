/** What `rescue.js` says, put above it when the site is made. */
declare const WORDS: Record<"text" | "words" | "copy" | "copied" | "save" | "reload" | "file", string>;
