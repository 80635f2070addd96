import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { OURS, START, asked, dispatch, reset, told, world } from "./fake-browser.js";
import { cached, pageOf, publish, readFacts, release, saveOnDevice, setFacts, somePages } from "./fake-releases.js";

const install = () => dispatch("install").done();
const activate = () => dispatch("activate").done();

beforeEach(reset);

test("an update fetches only the pages whose text has changed", async () => {
  await saveOnDevice(release({ build: "a", pages: somePages(20) }), START - 9);
  const made = publish(release({ pages: { ...somePages(20), "guide/p3.html": "new words" } }));
  await install();
  assert.deepEqual(asked, ["files-b.json", "guide/p3.html", "app-b.js"]);
  for (const [name, text] of Object.entries(made.texts)) assert.equal(await cached("this", name), text, name);
});

test("an update with many new pages fetches the pack", async () => {
  await saveOnDevice(release({ build: "a", pages: somePages(20) }), START - 9);
  const made = publish(release({ pages: somePages(20, "other text") }));
  await install();
  assert.deepEqual(asked, ["files-b.json", "pages-b.json", "app-b.js"]);
  for (const [name, text] of Object.entries(made.texts)) assert.equal(await cached("this", name), text, name);
});

test("a file that has not changed is not fetched", async () => {
  const files = { "favicon.svg": "<svg/>" };
  await saveOnDevice(release({ build: "a", files }), START - 9);
  publish(release({ files }));
  await install();
  assert.ok(!asked.includes("favicon.svg"));
  assert.equal(await cached("this", "favicon.svg"), "<svg/>");
});

test("an unchanged page is made to load the app of the new release", async () => {
  await saveOnDevice(release({ build: "a", pages: somePages(1) }), START - 9);
  publish(release({ pages: somePages(1) }));
  await install();
  assert.ok(!asked.includes("guide/p0.html"));
  assert.equal(await cached("this", "guide/p0.html"), pageOf("b", "text 0"));
  assert.equal(await cached("a", "guide/p0.html"), pageOf("a", "text 0"), "the old page stays");
});

test("what is reused of an old release has the hash of the new one, or it is fetched", async () => {
  const old = release({ build: "a", pages: somePages(1) });
  old.texts["guide/p0.html"] = pageOf("a", "tampered");
  await saveOnDevice(old, START - 9);
  publish(release({ pages: somePages(1) }));
  await install();
  assert.ok(asked.includes("guide/p0.html"));
  assert.equal(await cached("this", "guide/p0.html"), pageOf("b", "text 0"));
});

test("an update that fails leaves the old release whole", async () => {
  const old = release({ build: "a", pages: somePages(3) });
  await saveOnDevice(old, START - 9);
  publish(release({ pages: somePages(3, "other text") }));
  world.host = ((host) => (name) => (name === "app-b.js" ? new Response("", { status: 500 }) : host(name)))(world.host);
  await assert.rejects(install());
  for (const [name, text] of Object.entries(old.texts)) assert.equal(await cached("a", name), text, name);
  assert.equal(await cached("this", "__saved"), undefined);
});

test("the release before stays for pages that are still open, and older ones go", async () => {
  for (const [build, age] of [["older", 30], ["before", 20]]) {
    await saveOnDevice(release({ build }), START - Number(age));
  }
  await caches.open("theirs");
  await caches.open(`${OURS}half`);
  publish(release({}));
  await install();
  await activate();
  const names = await caches.keys();
  assert.deepEqual(names.filter((name) => name.startsWith(OURS)).sort(), [`${OURS}before`, `${OURS}facts`, `${OURS}this`]);
  assert.ok(names.includes("theirs"));
  assert.equal(world.claimed, 0, "pages of the release before are not taken from it");
});

test("the first release serves the pages that are open at once", async () => {
  publish(release({}));
  await install();
  await activate();
  assert.equal(world.claimed, 1);
  assert.equal(told.at(-1)?.state, "saved");
});

test("a first visit has nothing to correct", async () => {
  publish(release({ corrections: ["A number was wrong."] }));
  await install();
  await activate();
  assert.equal(told.at(-1)?.correction, "");
  assert.deepEqual((await readFacts()).heard, ["A number was wrong."]);
});

test("an update tells the corrections that this device has not been told", async () => {
  await setFacts({ heard: ["first"] });
  await saveOnDevice(release({ build: "a" }), START - 9);
  publish(release({ corrections: ["third", "second", "first"] }));
  await install();
  assert.deepEqual((await readFacts()).heard, ["first"], "saved is not told");
  await activate();
  assert.equal(told.at(-1)?.correction, "third second");
});
