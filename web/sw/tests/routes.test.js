import assert from "node:assert/strict";
import { test } from "node:test";
import {
  canonicalPath,
  folderOf,
  isAnswered,
  isPage,
  isSecondTry,
  namesOf,
  otherNamesOf,
  pathOf,
  typeOf,
} from "../routes.js";

const SCOPE = "https://example.org/a/b/";

/** The files that an address may mean, in the order in which they are looked for. */
const meant = (address) => {
  const path = pathOf(new URL(address, SCOPE), SCOPE);
  return [...namesOf(path), ...otherNamesOf(path)];
};

test("the root is the first page", () => {
  assert.equal(meant("")[0], "index.html");
  assert.equal(meant("index.html")[0], "index.html");
});

test("a page is meant with its end and without it", () => {
  assert.equal(meant("guide/how-it-spreads.html")[0], "guide/how-it-spreads.html");
  assert.equal(meant("guide/how-it-spreads")[0], "guide/how-it-spreads.html");
});

test("query and fragment mean no other page", () => {
  for (const more of ["?from=mail", "#signs", "?a=1#b"]) {
    assert.equal(meant(`today.html${more}`)[0], "today.html");
    assert.equal(meant(`today${more}`)[0], "today.html");
    assert.equal(meant(more)[0], "index.html");
  }
});

test("other spellings mean the page as well", () => {
  const spellings = [
    "guide/how-it-spreads/",
    "guide/how-it-spreads.html/",
    "guide/how%2Dit%2Dspreads",
    "guide/how%2Dit%2Dspreads.html",
    "guide%2Fhow-it-spreads",
    "Guide/How-It-Spreads",
    "GUIDE/HOW-IT-SPREADS.HTML",
    "guide//how-it-spreads.html",
    "//guide/how-it-spreads/",
    "guide/how-it-spreads/index.html",
    "guide/how-it-spreads/index",
  ];
  for (const spelling of spellings) {
    const address = new URL(SCOPE + spelling);
    assert.ok(meant(address).includes("guide/how-it-spreads.html"), `${spelling}: ${meant(address)}`);
  }
});

test("the folder of the pages has no index of its own: the contents are meant", () => {
  for (const spelling of ["guide/", "guide/index.html", "guide/index", "Guide/INDEX.html"]) {
    assert.ok(meant(spelling).includes("guide.html"), spelling);
  }
});

test("the root in other spellings is the first page", () => {
  for (const path of ["/", "INDEX.HTML", "/index.html", "//"]) {
    assert.equal(canonicalPath(path), "index.html", path);
  }
});

test("a language is a folder that has an index", () => {
  assert.equal(meant("es/")[0], "es/index.html");
  assert.equal(meant("es/guide/how-it-spreads")[0], "es/guide/how-it-spreads.html");
  for (const spelling of ["es", "es//", "ES/", "es/index", "es/INDEX.html"]) {
    assert.ok(meant(spelling).includes("es/index.html"), `${spelling}: ${meant(spelling)}`);
  }
  assert.ok(meant("es/guide/").includes("es/guide.html"));
});

test("a path belongs to the language of its first folder", () => {
  for (const path of ["es/", "es/help.html", "es/guide/how-it-spreads.html"]) assert.equal(folderOf(path), "es/");
  for (const path of ["", "es", "help.html", "guide/es/x.html", "en/help.html", "ES/help.html"]) {
    assert.equal(folderOf(path), "", path);
  }
});

test("a site at another depth has the same names", () => {
  for (const scope of ["https://example.org/", "https://example.org/one/two/three/"]) {
    const path = (address) => pathOf(new URL(address, scope), scope);
    assert.equal(path("guide/what-it-is?a#b"), "guide/what-it-is");
    assert.equal(path(""), "index.html");
  }
});

test("a name that is spelt as ours is not looked for twice", () => {
  for (const path of ["today", "today.html", "guide/how-it-spreads"]) {
    const names = [...namesOf(path), ...otherNamesOf(path)];
    assert.equal(new Set(names).size, names.length, `${names}`);
  }
  assert.deepEqual(otherNamesOf("today"), []);
});

test("a sign in per cent that means nothing is left as it is", () => {
  assert.equal(canonicalPath("guide/%E0%A4%A"), "guide/%e0%a4%a");
});

test("only questions for files below the root are answered", () => {
  const url = `${SCOPE}today.html`;
  assert.ok(isAnswered({ method: "GET", url }, SCOPE));
  assert.ok(isAnswered({ method: "HEAD", url }, SCOPE));
  assert.ok(!isAnswered({ method: "POST", url }, SCOPE));
  assert.ok(!isAnswered({ method: "GET", url: "https://example.org/a/" }, SCOPE));
  assert.ok(!isAnswered({ method: "GET", url: "https://elsewhere.org/a/b/" }, SCOPE));
});

test("a page is known by its path, whatever is asked of it", () => {
  assert.ok(isPage(`${SCOPE}today.html?1`));
  assert.ok(!isPage(`${SCOPE}app-1.js?today.html`));
});

test("the second try of the loader is known by its search part", () => {
  assert.ok(isSecondTry(`${SCOPE}app-1.js?1`));
  assert.ok(!isSecondTry(`${SCOPE}app-1.js`));
});

test("every file has its media type, and one that nobody knows is bytes", () => {
  assert.equal(typeOf("guide/what-it-is.html"), "text/html; charset=utf-8");
  assert.equal(typeOf("app-1.wasm"), "application/wasm");
  assert.equal(typeOf("manifest.webmanifest"), "application/manifest+json");
  assert.equal(typeOf("font.woff2"), "application/octet-stream");
});
