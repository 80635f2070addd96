import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { SCOPE, START, asked, dispatch, reset, say, until, world } from "./fake-browser.js";
import { cacheOf, cached, pageOf, publish, release, saveOnDevice, saveThis, setFacts, somePages } from "./fake-releases.js";

/** What the worker gives to a page that goes to an address, and what it does after that. */
const visit = (address) => dispatch("fetch", { request: { url: SCOPE + address, method: "GET", mode: "navigate" } });
/** What it gives to a page that needs a file. */
const load = (name, method = "GET") => dispatch("fetch", { request: { url: SCOPE + name, method, mode: "cors" } });
const text = async ({ answered }) => (await answered).text();

const PAGES = { "index.html": "today", "guide.html": "contents", "guide/how-it-spreads.html": "spread" };

beforeEach(async () => {
  reset();
  await saveThis(publish(release({ pages: PAGES })));
  world.host = () => Promise.reject(new TypeError("no network"));
});

test("without a network every page opens, with its end and without it", async () => {
  for (const address of ["guide/how-it-spreads.html", "guide/how-it-spreads", "guide/how-it-spreads.html?a=1", "guide/how-it-spreads#x"]) {
    assert.equal(await text(visit(address)), pageOf("b", "spread"), address);
  }
  assert.equal(await text(visit("")), pageOf("b", "today"));
  assert.deepEqual(asked, []);
});

test("other spellings are sent to the page's own address", async () => {
  for (const address of ["guide/how-it-spreads/", "guide/how%2Dit%2Dspreads", "Guide/How-It-Spreads.HTML", "guide//how-it-spreads"]) {
    const answer = await visit(address).answered;
    assert.equal(answer.status, 302, address);
    assert.equal(answer.headers.get("location"), `${SCOPE}guide/how-it-spreads.html`, address);
  }
  for (const address of ["guide/", "guide/index.html"]) {
    const answer = await visit(address).answered;
    assert.equal(answer.headers.get("location"), `${SCOPE}guide.html`, address);
  }
});

test("a page that there is not is not found, with the site's own page", async () => {
  const answer = await visit("guide/nothing").answered;
  assert.equal(answer.status, 404);
  assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(await answer.text(), pageOf("b", "not found"));
});

test("where everything was thrown away, the worker says so itself", async () => {
  await caches.delete("bearings:/guide-site/:this");
  const answer = await visit("guide/how-it-spreads").answered;
  assert.equal(answer.status, 503);
  assert.equal(await answer.text(), "<h1>Gone</h1>");
});

test("a page of an older release never stands in for a lost one", async () => {
  await saveOnDevice(release({ build: "a", pages: PAGES }), START - 9);
  await (await cacheOf("this")).delete(`${SCOPE}guide/how-it-spreads.html`);
  assert.equal((await visit("guide/how-it-spreads").answered).status, 404);
  await assert.rejects(load("guide/how-it-spreads.html").answered);
});

test("an older page in another tab gets the files of its own release", async () => {
  await saveOnDevice(release({ build: "a", pages: PAGES }), START - 9);
  assert.equal(await text(load("app-a.js")), "app a");
  assert.equal(await text(load("app-b.js")), "app b");
});

test("the second try of the loader gets the same file", async () => {
  assert.equal(await text(load("app-b.js?1")), "app b");
});

test("the not-found page may ask with HEAD where the site is", async () => {
  assert.equal((await load("app-b.js", "HEAD").answered).status, 200);
});

test("what is not for this worker it leaves alone", () => {
  assert.equal(load("today.html", "POST").answered, undefined);
  const request = { url: "https://example.org/other/", method: "GET", mode: "navigate" };
  assert.equal(dispatch("fetch", { request }).answered, undefined);
});

test("a page that the browser has thrown away comes from the host, and is saved again", async () => {
  publish(release({ pages: PAGES }));
  await (await cacheOf("this")).delete(`${SCOPE}guide/how-it-spreads.html`);
  const visited = visit("guide/how-it-spreads.html");
  assert.equal(await text(visited), pageOf("b", "spread"));
  await visited.done();
  assert.equal(await cached("this", "guide/how-it-spreads.html"), pageOf("b", "spread"));
});

test("a page that is not of the guide saves nothing", async () => {
  world.host = () => new Response("a sheet");
  const visited = visit("review.html");
  assert.equal(await text(visited), "a sheet");
  await visited.done();
  assert.deepEqual(asked, ["review.html"]);
});

test("where the guide was taken off, nothing is saved again", async () => {
  publish(release({ pages: PAGES }));
  await setFacts({ off: true });
  await (await cacheOf("this")).delete(`${SCOPE}guide/how-it-spreads.html`);
  const visited = visit("guide/how-it-spreads.html");
  await visited.answered;
  await visited.done();
  assert.deepEqual(asked, ["guide/how-it-spreads.html"]);
});

// The last one: from here on this worker asks the host for no file.
test("a worker that is to leave gives up what still waits for the host", async () => {
  let isWaiting = false;
  world.host = (_, { signal }) =>
    new Promise((_, reject) => {
      isWaiting = true;
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  const waiting = assert.rejects(load("never.json").answered, { name: "AbortError" });
  await until(() => isWaiting);
  await say("leave");
  await waiting;
});
