/** The folder of the page's language below the root of the site, with its slash; English has none. */
declare const FOLDER: string;
/** What `rescue.js` says, put above it when the site is made. */
declare const WORDS: Record<"text" | "words" | "copy" | "copied" | "save" | "reload" | "file", string>;
