import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { BUILD, SCOPE, START, asked, dispatch, pass, reset, say, told, world } from "./fake-browser.js";
import { cacheOf, cached, publish, readFacts, release, saveOnDevice, saveThis, setFacts, somePages } from "./fake-releases.js";

const DAY = 24 * 60 * 60 * 1000;
const contract = JSON.parse(readFileSync(new URL("../../contract.json", import.meta.url), "utf8"));

beforeEach(reset);

test("a page that asks is told everything that is known", async () => {
  publish(release({}));
  await dispatch("install").done();
  told.length = 0;
  await say("ask");
  const bytes = (await readFacts()).bytes;
  assert.ok(bytes);
  assert.deepEqual(told, [
    { state: "saved", missing: 0, correction: "", build: BUILD, when: START, bytes, heard: [], failed: "" },
  ]);
});

test("where nothing is saved a page is told so", async () => {
  publish(release({}));
  await say("ask");
  assert.deepEqual(told, [{ state: "unsaved", bytes: 0, missing: 0, correction: "", build: BUILD }]);
  assert.deepEqual(asked, [], "asking costs no request");
});

test("files that the browser has thrown away are counted", async () => {
  await saveThis(publish(release({ pages: somePages(3) })));
  for (const name of ["guide/p0.html", "guide/p2.html"]) await (await cacheOf("this")).delete(SCOPE + name);
  await say("ask");
  assert.equal(told[0].state, "saved");
  assert.equal(told[0].missing, 2);
});

test("who asks while the guide is being saved is told how far it has come", async () => {
  const made = publish(release({ pages: somePages(9) }));
  const { host } = world;
  world.host = async (name) => {
    if (name === "app-b.js") await say("ask");
    return host(name);
  };
  await dispatch("install").done();
  const answer = told.find(({ build }) => build === BUILD);
  assert.equal(answer?.state, "saving");
  assert.equal(answer?.of, made.list.pack[2] + made.texts["app-b.js"].length);
});

test("a release that waits tells what it corrects", async () => {
  await setFacts({ heard: ["old"] });
  await saveThis(publish(release({ corrections: ["new", "old"] })));
  await say("ask-update");
  assert.deepEqual(told, [{ state: "update", correction: "new" }]);
});

test("a release that cannot read its list waits all the same", async () => {
  await setFacts({ heard: [] });
  publish(release({}));
  world.host = () => Promise.reject(new TypeError("no network"));
  await say("ask-update");
  assert.deepEqual(told, [{ state: "update", correction: "" }]);
});

test("a correction that was told is not told again", async () => {
  await setFacts({ heard: [] });
  await saveThis(publish(release({ corrections: ["new"] })));
  await say("ask");
  await say("heard");
  await say("ask");
  assert.deepEqual(told.map(({ correction }) => correction), ["new", ""]);
});

test("switching counts as told, and the release takes over", async () => {
  await setFacts({ heard: [] });
  await saveThis(publish(release({ corrections: ["new"] })));
  await say("switch");
  assert.equal(world.skipped, 1);
  assert.deepEqual((await readFacts()).heard, ["new"]);
});

test("the guide that was taken off is gone, stays off, and comes back when it is wanted", async () => {
  const made = publish(release({ pages: somePages(9) }));
  await saveThis(made);
  await saveOnDevice(release({ build: "a" }), START - 9);
  await caches.open("theirs");
  await setFacts({ heard: ["old"], failed: "network", when: 1 });
  await say("remove");
  assert.deepEqual(await caches.keys(), ["theirs", "bearings:/guide-site/:facts"]);
  assert.deepEqual(await readFacts(), { off: true, heard: ["old"] });
  assert.deepEqual(told.at(-1), { state: "unsaved" });
  await say("save");
  assert.equal(await cached("this", "app-b.js"), "app b");
  assert.equal((await readFacts()).off, false);
  assert.deepEqual(told.at(-1), { state: "saved" });
});

test("a file that was tampered with is thrown out and counts as missing", async () => {
  await saveThis(publish(release({ pages: somePages(2) })));
  await (await cacheOf("this")).put(`${SCOPE}guide/p1.html`, new Response("<h1>Call another number</h1>"));
  await say("checked");
  assert.equal(await cached("this", "guide/p1.html"), undefined);
  assert.ok(await cached("this", "guide/p0.html"));
  assert.equal(told.at(-1)?.missing, 1);
  assert.equal((await readFacts()).weeded, START);
});

test("files are compared with their hashes once a day, also where the clock was wrong", async () => {
  await saveThis(publish(release({ pages: somePages(1) })));
  const tamper = async () => (await cacheOf("this")).put(`${SCOPE}guide/p0.html`, new Response("other"));
  await say("checked");
  await tamper();
  pass(DAY - 1);
  await say("checked");
  assert.equal(await cached("this", "guide/p0.html"), "other");
  pass(1);
  await say("checked");
  assert.equal(await cached("this", "guide/p0.html"), undefined);
  await setFacts({ weeded: world.now + 2 * DAY });
  await tamper();
  await say("checked");
  assert.equal(await cached("this", "guide/p0.html"), undefined);
});

test("a failure is forgotten where this is the newest release and all of it is there", async () => {
  await saveThis(publish(release({ pages: somePages(1) })));
  await setFacts({ failed: "network" });
  await say("checked");
  assert.equal((await readFacts()).failed, "network", "a newer release may be the one that failed");
  await (await cacheOf("this")).delete(`${SCOPE}guide/p0.html`);
  await say("newest");
  assert.equal((await readFacts()).failed, "network", "a file is missing");
  await saveThis(publish(release({ pages: somePages(1) })));
  pass(5);
  await say("newest");
  assert.equal((await readFacts()).failed, "");
  assert.equal(told.at(-1)?.checked, START + 5);
});

test("facts are written one after the other, also beside the worker of another release", async () => {
  const asks = [];
  const locks = {
    request: async (name, write) => {
      asks.push(name);
      return write();
    },
  };
  Object.defineProperty(globalThis, "navigator", { value: { locks }, configurable: true });
  await saveThis(publish(release({})));
  await say("heard");
  assert.deepEqual(asks, ["bearings:/guide-site/:facts"]);
  Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
});

test("a message that nobody knows changes nothing", async () => {
  await say("dance");
  assert.deepEqual(told, []);
  assert.deepEqual(await caches.keys(), []);
});

test("everything in the list of what pages are told is told", async () => {
  const seen = [];
  const keep = () => seen.push(...told.splice(0));
  await setFacts({ heard: [] });
  publish(release({ pages: somePages(1) }));
  world.host = () => Promise.reject(new TypeError("no network"));
  await say("save");
  publish(release({ pages: somePages(1) }));
  await say("save");
  await say("newest");
  await say("ask-update");
  await say("remove");
  await say("ask");
  keep();
  const states = new Set(seen.map(({ state }) => state));
  const fields = new Set(seen.flatMap(Object.keys));
  const remedy = "the worker says it no more: take it out of web/contract.json";
  for (const state of Object.keys(contract.to_page.states)) assert.ok(states.has(state), `state \`${state}\`: ${remedy}`);
  const listed = [...Object.keys(contract.to_page.fields), ...Object.keys(contract.facts.names)];
  for (const field of listed) assert.ok(fields.has(field), `field \`${field}\`: ${remedy}`);
});
