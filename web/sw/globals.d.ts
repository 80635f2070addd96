/** The release: changes with any byte of it. */
declare const BUILD: string;
/** The file that lists all others: its name, hash and size. */
declare const LIST: [url: string, hash: string, size: number];
/** The page for when the browser has thrown everything away and there is no network. */
declare const FALLBACK_HTML: string;
