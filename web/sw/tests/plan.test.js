import assert from "node:assert/strict";
import { test } from "node:test";
import { planOf, reasonOf, sizeOf, unneeded, unpack, untold, withProgram } from "../plan.js";

/** @returns {[string, string, number]} */
const file = (name, size = 10) => [name, `hash of ${name}`, size];
const pages = (count) => Array.from({ length: count }, (_, index) => file(`p${index}.html`));
const PACK = file("pages-1.json", 25);

test("a few pages are fetched one by one, and the pack is not", () => {
  const plan = planOf([...pages(6), file("app-1.js", 100)], PACK);
  assert.equal(plan.isPacked, false);
  assert.equal(plan.pages.length, 6);
  assert.deepEqual(plan.others, [file("app-1.js", 100)]);
  assert.equal(plan.total, 160);
});

test("many pages come in the pack", () => {
  const plan = planOf([...pages(7), file("app-1.js", 100)], PACK);
  assert.equal(plan.isPacked, true);
  assert.equal(plan.total, 125);
});

test("where everything is there, nothing is to come", () => {
  assert.deepEqual(planOf([], PACK), { pages: [], others: [], isPacked: false, total: 0 });
});

test("sizes are added", () => {
  assert.equal(sizeOf([file("a", 3), file("b", 4)]), 7);
  assert.equal(sizeOf([]), 0);
});

test("an old page is made to load the new build and stays as it is otherwise", () => {
  const page = (build) => `<html data-app="app-${build}.js" data-build="${build}"><p>data-app="x"</p></html>`;
  assert.equal(withProgram(page("1"), { app: "app-2.js", build: "2" }), page("2"));
});

test("a page without an app stays without one", () => {
  assert.equal(withProgram("<html><p>gone</p></html>", { app: "app-2.js" }), "<html><p>gone</p></html>");
});

test("what all pages share comes back into a page of the pack", () => {
  const shared = ["<style>b{}</style>", "<script>go()</script>"];
  assert.equal(unpack("<html>\u00010\u0001<p>one</p>\u00011\u0001</html>", shared), `<html>${shared[0]}<p>one</p>${shared[1]}</html>`);
  assert.equal(unpack("nothing shared", shared), "nothing shared");
});

test("only what was not told yet is told, in the order of the list", () => {
  assert.equal(untold(["third", "second", "first"], ["first"]), "third second");
  assert.equal(untold(["first"], ["first"]), "");
});

test("a full disk is told from a network that has gone, in every engine", () => {
  assert.equal(reasonOf({ name: "QuotaExceededError" }), "full");
  assert.equal(reasonOf({ name: "NS_ERROR_FILE_NO_DEVICE_SPACE" }), "full");
  assert.equal(reasonOf(new TypeError("failed to fetch")), "network");
  assert.equal(reasonOf(undefined), "network");
});

test("caches of others are never ours to remove", () => {
  const names = ["bearings:/a/:1", "bearings:/a/:2", "bearings:/a/:facts", "bearings:/:1", "theirs"];
  assert.deepEqual(unneeded(names, "bearings:/a/:", ["bearings:/a/:2", undefined]), ["bearings:/a/:1", "bearings:/a/:facts"]);
  assert.deepEqual(unneeded(names, "bearings:/a/:", []), names.slice(0, 3));
});
