// Chunks come once, and what could not be had can be asked for again.

import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.CHUNKS = {
  tools: ["tools-1.json"],
  other: ["other-1.json"],
  early: ["early-1.json"],
  one: ["one-1.json", "one-1.wasm", "shared-1.wasm"],
  two: ["two-1.json", "shared-1.wasm", "two-1.css"],
  search: ["search-1.json"],
  "search-pages": ["search-pages-1.bin"],
};
const { __wasm_split_load_tools, dressPlaces, fetchBytes, fetchChunk, lend } = await import("../chunks.js");

/** Lends files, and notes what was asked for. */
const lendFiles = (files) => {
  const asked = [];
  const told = [];
  const table = new Map([[7, (data, isThere) => told.push([data, isThere])]]);
  lend({ __indirect_function_table: table }, async (name, cache) => {
    asked.push([name, cache]);
    if (!(name in files)) throw new Error(name);
    return new Response(files[name]);
  }, ["early-1.json"], [new Response("[0]")]);
  return { asked, told };
};

test("a chunk that could not be had is told, and asked for past the cache the next time", async () => {
  const files = {};
  const { asked, told } = lendFiles(files);
  await __wasm_split_load_tools(7, 1);
  await assert.rejects(fetchChunk("tools"));
  files["tools-1.json"] = "[1]";
  assert.equal(await fetchChunk("tools"), "[1]");
  await __wasm_split_load_tools(7, 2);
  assert.deepEqual(told, [[1, false], [2, true]]);
  const caches = ["default", "reload", "reload"];
  assert.deepEqual(asked, caches.map((cache) => ["tools-1.json", cache]));
});

test("whoever asks while a chunk is on its way waits for the same files", async () => {
  const { asked } = lendFiles({ "other-1.json": "[2]" });
  const both = await Promise.all([fetchChunk("other"), fetchChunk("other")]);
  assert.deepEqual(both, ["[2]", "[2]"]);
  assert.deepEqual(asked, [["other-1.json", "default"]]);
});

test("what came with the page is not asked for again", async () => {
  const { asked } = lendFiles({});
  assert.equal(await fetchChunk("early"), "[0]");
  assert.deepEqual(asked, []);
});

test("what two chunks need is put in once, and styles are those of the page", async () => {
  const put = [];
  const sheets = [];
  globalThis.WebAssembly.instantiateStreaming = async (wasm) => put.push(await (await wasm).text());
  globalThis.CSSStyleSheet = class {
    replaceSync(text) {
      this.text = text;
    }
  };
  globalThis.document = { adoptedStyleSheets: sheets };
  const files = { "one-1.json": "[1]", "one-1.wasm": "one", "two-1.json": "[2]", "two-1.css": "b{}" };
  const { asked } = lendFiles(files);
  await assert.rejects(fetchChunk("one"));
  files["shared-1.wasm"] = "shared";
  assert.deepEqual(await Promise.all([fetchChunk("one"), fetchChunk("two")]), ["[1]", "[2]"]);
  assert.deepEqual(put.sort(), ["one", "shared"]);
  assert.deepEqual(sheets.map(({ text }) => text), ["b{}"]);
  const shared = asked.filter(([name]) => name === "shared-1.wasm").map(([, cache]) => cache);
  assert.deepEqual(shared, ["default", "reload"]);
});

test("the index comes along with search, and a page in its place is none", async () => {
  const files = { "search-1.json": "[]", "search-pages-1.bin": "<!DOCTYPE html>" };
  const { asked } = lendFiles(files);
  await fetchChunk("search");
  await assert.rejects(fetchBytes("search-pages"));
  files["search-pages-1.bin"] = "BSP1";
  assert.deepEqual(await fetchBytes("search-pages"), new TextEncoder().encode("BSP1"));
  const index = asked.filter(([name]) => name === "search-pages-1.bin").map(([, cache]) => cache);
  assert.equal(index[0], "default");
  assert.equal(index.at(-1), "reload");
});

test("the styles of the places are put on once, and not where a place brought them", () => {
  const sheets = [];
  globalThis.document = { adoptedStyleSheets: sheets, getElementById: () => null };
  const place = "<style>b{}</style><style id=places>i{\n}</style><p>";
  assert.equal(dressPlaces(place), "<style>b{}</style><p>");
  assert.equal(dressPlaces(place), "<style>b{}</style><p>");
  assert.deepEqual(sheets.map(({ text }) => text), ["i{\n}"]);
  assert.equal(dressPlaces("<style>b{}</style>"), "<style>b{}</style>");
});
