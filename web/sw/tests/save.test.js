import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { SCOPE, START, asked, dispatch, pass, reset, running, say, told, until, world } from "./fake-browser.js";
import { cacheOf, cached, hashOf, publish, readFacts, release, setFacts, somePages } from "./fake-releases.js";

const install = () => dispatch("install").done();
const isSaved = async () => (await cached("this", "__saved")) !== undefined;

/** Whatever is asked for, the host answers otherwise for these names. */
const answer = (names, other) => {
  const { host } = world;
  world.host = (name, options) => (names.includes(name) ? other(name, options) : host(name, options));
};

beforeEach(reset);

test("a first visit saves the whole release, all pages in one file", async () => {
  const made = publish(release({ pages: somePages(9) }));
  await install();
  for (const [name, text] of Object.entries(made.texts)) assert.equal(await cached("this", name), text, name);
  assert.deepEqual(asked, ["files-b.json", "pages-b.json", "app-b.js"]);
  assert.ok(await isSaved());
  assert.deepEqual(told.at(-1), { state: "saved" });
  const size = made.list.files.reduce((sum, [, , bytes]) => sum + bytes, 0);
  assert.deepEqual(await readFacts(), { when: START, bytes: size, heard: [], failed: "" });
});

test("a small site is saved page by page", async () => {
  publish(release({ pages: somePages(5) }));
  await install();
  assert.equal(asked.filter((name) => name.endsWith(".html")).length, 6);
  assert.ok(!asked.includes("pages-b.json"));
  assert.ok(await isSaved());
});

test("saved files have a type of ours", async () => {
  publish(release({ pages: somePages(1) }));
  await install();
  const page = await (await cacheOf("this")).match(`${SCOPE}guide/p0.html`);
  assert.equal(page?.headers.get("content-type"), "text/html; charset=utf-8");
});

test("the pages are told how much has come, five times a second at most", async () => {
  const made = publish(release({ pages: somePages(1), files: { "a.js": "a", "b.js": "b", "c.js": "c" } }));
  const total = made.list.files.reduce((sum, [, , bytes]) => sum + bytes, 0);
  await install();
  const saving = told.filter(({ state }) => state === "saving");
  assert.deepEqual(saving[0], { state: "saving", done: 0, of: total });
  assert.equal(saving.length, 2, "no time has passed since the first bytes");
});

test("a file of another release is never saved: not its bytes, and not the release", async () => {
  publish(release({ pages: somePages(9) }));
  answer(["app-b.js"], () => new Response("another app"));
  await assert.rejects(install());
  assert.equal(await cached("this", "app-b.js"), undefined);
  assert.ok(!(await isSaved()));
  assert.equal((await readFacts()).failed, "network");
  assert.deepEqual(told.at(-1), { state: "failed", failed: "network" });
  assert.equal(asked.filter((name) => name === "app-b.js").length, 2, "once more past the browser's cache");
});

test("a stale file in the browser's cache is fetched again, past it", async () => {
  const made = publish(release({ pages: somePages(9) }));
  answer(["app-b.js"], (name, { cache }) => new Response(cache === "reload" ? made.texts[name] : "stale"));
  await install();
  assert.equal(await cached("this", "app-b.js"), "app b");
});

test("the page of a captive portal is no file of ours", async () => {
  publish(release({ pages: somePages(9) }));
  world.host = () => new Response("<h1>Please sign in</h1>", { headers: { "content-type": "text/html" } });
  await assert.rejects(install());
  assert.ok(!(await isSaved()));
  assert.deepEqual(await (await cacheOf("this")).keys(), []);
  assert.equal((await readFacts()).failed, "network");
});

test("pages that something on the way has changed come in the pack instead", async () => {
  const made = publish(release({ pages: somePages(3) }));
  answer(["guide/p1.html"], (name) => new Response(`${made.texts[name]}<script>advert()</script>`));
  answer(["pages-b.json"], (name) => {
    pass(200);
    return new Response(made.published[name]);
  });
  await install();
  const saving = told.filter(({ state }) => state === "saving");
  assert.ok(asked.includes("pages-b.json"));
  assert.equal(saving.at(-1).of, saving[0].of + made.list.pack[2], "the pack comes on top");
  for (const [name, text] of Object.entries(made.texts)) assert.equal(await cached("this", name), text, name);
  assert.ok(await isSaved());
});

test("a page of the pack that is not what the list says ends the try", async () => {
  const made = release({ pages: somePages(9) });
  made.list.files.find(([name]) => name === "guide/p4.html")[1] = "another hash";
  const text = JSON.stringify(made.list);
  made.published["files-b.json"] = text;
  made.line = ["files-b.json", hashOf(text), text.length];
  publish(made);
  await assert.rejects(install());
  assert.equal(await cached("this", "guide/p4.html"), undefined);
  assert.ok(!(await isSaved()));
});

test("a page that a host does not have ends the try, and the pack is not asked for", async () => {
  publish(release({ pages: somePages(3) }));
  answer(["guide/p1.html"], () => new Response("", { status: 503 }));
  await assert.rejects(install());
  assert.ok(!asked.includes("pages-b.json"));
  assert.ok(!(await isSaved()));
});

test("a full disk is told as such, and half a release is taken away again", async () => {
  publish(release({ pages: somePages(9) }));
  answer(["app-b.js"], () => {
    world.isFull = true;
    return new Response("app b");
  });
  await assert.rejects(install());
  assert.deepEqual(told.at(-1), { state: "failed", failed: "full" });
  assert.ok(!(await caches.keys()).includes("bearings:/guide-site/:this"));
});

test("a connection without a byte for twenty seconds is given up, counted from the last byte", async () => {
  publish(release({ pages: somePages(9) }));
  /** @type {ReadableStreamDefaultController} */
  let body;
  let isGivenUp = false;
  answer(["app-b.js"], (_, { signal }) => {
    const stream = new ReadableStream({ start: (controller) => void (body = controller) });
    signal.addEventListener("abort", () => {
      isGivenUp = true;
      body.error(signal.reason);
    });
    return new Response(stream);
  });
  const rejected = assert.rejects(install());
  await until(() => body !== undefined);
  for (const _ of [1, 2, 3]) {
    pass(19_999);
    body.enqueue(new TextEncoder().encode("a"));
    // The byte is read, and time counts from there.
    const { length } = told;
    await until(() => told.length > length);
    assert.ok(!isGivenUp);
  }
  const first = body;
  pass(20_000);
  assert.ok(isGivenUp);
  await until(() => body !== first);
  pass(20_000);
  await rejected;
  assert.equal((await readFacts()).failed, "network");
  assert.equal(running(), 0, "no timer is left");
});

test("a host that never answers is given up after twenty seconds", async () => {
  publish(release({ pages: somePages(9) }));
  let waiting = 0;
  world.host = (_, { signal }) =>
    new Promise((_, reject) => {
      waiting += 1;
      signal.addEventListener("abort", () => reject(signal.reason));
    });
  const rejected = assert.rejects(install());
  for (const tries of [1, 2]) {
    await until(() => waiting === tries);
    pass(20_000);
  }
  await rejected;
});

test("after a failed try the next one begins anew, and failure is forgotten when it succeeds", async () => {
  const made = publish(release({ pages: somePages(9) }));
  answer(["app-b.js"], () => new Response("", { status: 500 }));
  await assert.rejects(install());
  publish(made);
  asked.length = 0;
  await say("save");
  assert.ok(asked.includes("pages-b.json"), "nothing is built on what the failed try has left");
  assert.ok(await isSaved());
  assert.equal((await readFacts()).failed, "");
});

test("two who ask for saving at once share one run", async () => {
  publish(release({ pages: somePages(9) }));
  await Promise.all([say("save"), say("save")]);
  assert.equal(asked.filter((name) => name === "pages-b.json").length, 1);
});

test("where the guide was taken off, a new release takes over and saves nothing", async () => {
  publish(release({ pages: somePages(9) }));
  await setFacts({ off: true });
  await install();
  assert.equal(world.skipped, 1);
  assert.deepEqual(asked, []);
});

test("taken off while it is being saved, it is not there in the end", async () => {
  publish(release({ pages: somePages(9) }));
  answer(["app-b.js"], async () => {
    await setFacts({ off: true });
    return new Response("app b");
  });
  await install();
  assert.ok(!(await caches.keys()).includes("bearings:/guide-site/:this"));
  assert.deepEqual(told.at(-1), { state: "unsaved" });
});

test("a browser that can route starts this worker without a request beside it", async () => {
  publish(release({ pages: somePages(1) }));
  const routes = [];
  await dispatch("install", { addRoutes: async (route) => void routes.push(route) }).done();
  assert.deepEqual(routes, [{ condition: { requestMode: "navigate" }, source: "fetch-event" }]);
});
