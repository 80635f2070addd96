/** The release: changes with any byte of it. */
declare const BUILD: string;
/** The folder of this worker's language below the root of the site, with its slash; English: "". */
declare const FOLDER: string;
/** The file that lists all others. */
declare const LIST: Listed;
/** The page for when the browser has thrown everything away and there is no network. */
declare const FALLBACK_HTML: string;

/** A file of a release: its name below the root of the site, its hash (SHA-256, base 64), its bytes. */
type Listed = [name: string, hash: string, size: number];

/** What a release is made of. */
type List = {
  /** For each program: the `data-…` of a page that name its files, without `data-`. */
  names: Record<string, string>[];
  /** All pages in one file. */
  pack: Listed;
  files: Listed[];
  /** What releases have put right that readers must know, the newest first. */
  corrections: string[];
};

/** What is known of saving, kept between visits; times are milliseconds since 1970. */
type Facts = {
  /** The person has taken the guide off this device. */
  off?: boolean;
  /** The corrections that the people here know of. */
  heard?: string[];
  /** Why saving last failed: `full`, `network`, or nothing. */
  failed?: string;
  /** When the saved files were last compared with their hashes. */
  weeded?: number;
  /** When the guide was saved. */
  when?: number;
  /** The size of what was saved. */
  bytes?: number;
  /** When a newer release was last looked for. */
  checked?: number;
};
