// Chunks come once, and what could not be had can be asked for again.

import assert from "node:assert/strict";
import { test } from "node:test";

globalThis.CHUNKS = { tools: ["tools-1.json"], other: ["other-1.json"], early: ["early-1.json"] };
const { __wasm_split_load_tools, fetchChunk, lend } = await import("../chunks.js");

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
