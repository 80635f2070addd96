// The worker of another language than English, beside which there may be the English one.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

globalThis.testedFolder = "es/";
const { SCOPE, asked, dispatch, reset, say, told, world } = await import("./fake-browser.js");
const { cached, pageOf, publish, release, saveThis } = await import("./fake-releases.js");

const PAGES = { "es/index.html": "hoy", "es/guide/huesos.html": "huesos", "es/404.html": "no existe" };

const visit = (address) => dispatch("fetch", { request: { url: SCOPE + address, method: "GET", mode: "navigate" } });
const load = (name) => dispatch("fetch", { request: { url: SCOPE + name, method: "GET", mode: "cors" } });
const text = async ({ answered }) => (await answered).text();

beforeEach(reset);

test("it saves what its list names, in a cache of its own", async () => {
  const english = await caches.open("bearings:/guide-site/:this");
  publish(release({ pages: PAGES }));
  await dispatch("install").done();
  assert.equal(await cached("this", "es/index.html"), pageOf("b", "hoy"));
  assert.deepEqual(await english.keys(), []);
  assert.deepEqual(asked.filter((name) => name.endsWith(".html") && !PAGES[name] && name !== "404.html"), []);
});

test("without a network its pages open, and so does the program at the root", async () => {
  await saveThis(publish(release({ pages: PAGES })));
  world.host = () => Promise.reject(new TypeError("no network"));
  assert.equal(await text(visit("es/")), pageOf("b", "hoy"));
  assert.equal(await text(visit("es/guide/huesos")), pageOf("b", "huesos"));
  assert.equal(await text(load("app-b.js")), "app b");
});

test("what is not there is said in its language", async () => {
  await saveThis(publish(release({ pages: PAGES })));
  world.host = () => Promise.reject(new TypeError("no network"));
  const answer = await visit("es/guide/nada").answered;
  assert.equal(answer.status, 404);
  assert.equal(await answer.text(), pageOf("b", "no existe"));
});

test("only pages of its language are told", async () => {
  publish(release({ pages: PAGES }));
  // A page of another language that is told fails the test: `fake-browser.js`.
  await say("save");
  assert.equal(told.at(-1).state, "saved");
});

test("taken away, it leaves the English guide where it is", async () => {
  await (await caches.open("bearings:/guide-site/:this")).put(`${SCOPE}index.html`, new Response("today"));
  await saveThis(publish(release({ pages: PAGES })));
  await say("remove");
  assert.deepEqual((await caches.keys()).filter((name) => !name.endsWith("facts")), ["bearings:/guide-site/:this"]);
});
