// @ts-check
// What a page must know of this device before its first paint; it is in the head of every page.
// All else that starts the app is in `boot.js`, at the end of the page: reading and running it
// took 10 ms of the first paint on a slow processor.
//
// <html> says what came of it: data-old (the page was not checked for a year), data-framed (the
// page is inside another one), data-js (taps are kept until the app can answer), data-fold (what
// lies below the first screen of a phone waits), data-returning (room for "You were reading"),
// data-look (what was chosen in the settings).
(() => {
  const root = document.documentElement;
  const said = root.dataset;
  // Also on a page that is read from disk, which no newer version ever reaches.
  const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
  if (Date.now() - Date.parse(said.reviewed || "") > YEAR_MS) said.old = "";
  // A page read from disk is complete without the app, and cannot load it.
  if (!/^https?:/.test(location.protocol) || !("WebAssembly" in self)) return;

  // Another site, on another port of the same host, could lay our buttons under its own and have
  // them pressed.
  try {
    if (self !== top && top?.location.origin !== location.origin) said.framed = "";
  } catch {
    said.framed = "";
  }
  if ("framed" in said) return;

  // Some hosts answer other spellings of an address as well: a slash at its end, signs in per cent,
  // capitals. Links would lead to other folders from there, so the page takes its own address. Where
  // nothing tells how it was meant, `boot.js` looks.
  const own = said.file || "";
  const stem = own.replace(/(index)?\.html$/, "");
  try {
    const plain = decodeURIComponent(location.pathname).replace(/\/+/g, "/");
    const short = plain.replace(/(\/|\.html)*$/i, "");
    const isOther = ![`/${own}`, `/${stem}`].some((end) => location.pathname.endsWith(end));
    if (isOther && stem && short.toLowerCase().endsWith(`/${stem}`)) {
      const folder = encodeURI(short.slice(0, -stem.length));
      history.replaceState(history.state, "", folder + own + location.hash);
    }
  } catch {
    // No address that anybody means.
  }

  const home = new URL(said.root || "./", location.href);
  said.js = "";
  // From the worker's copy everything comes at once: then the page is painted first, and nothing
  // is gained by asking earlier.
  let kept = false;
  try {
    kept = Boolean(navigator.serviceWorker?.controller);
  } catch {
    // In a sandbox a page may not even ask.
  }

  // On a slow processor, laying out the page takes longer than bringing it. What cannot be seen yet
  // waits for the first paint, unless the address or the history leads there, or the person is on the
  // way: `styles/fold.css`. `boot.js` lets it in.
  if (!location.hash && history.state === null) {
    said.fold = "";
    const unfold = () => {
      delete said.fold;
    };
    for (const way of ["wheel", "touchstart", "keydown", "scroll", "beforeprint"]) {
      addEventListener(way, unfold, { once: true, passive: true });
    }
  }

  // The saved page comes whole: nothing is drawn of it in part, which would cost a frame and move
  // what is below the part. Chromium alone knows the wish; the others read on before they draw.
  if (kept) {
    const whole = document.createElement("link");
    whole.rel = "expect";
    whole.href = "#boot";
    whole.setAttribute("blocking", "render");
    document.head.append(whole);
  }

  // The app travels while the page is read and painted: on a slow processor, the loader at the end
  // of the page runs half a second later. Asked for here and not by the page: one that is read from
  // disk, or without script, has no use for it.
  if (!kept) {
    const ahead = document.createElement("link");
    ahead.rel = "modulepreload";
    ahead.href = home.href + said.app;
    document.head.append(ahead);
    self.early = String(said.files).split(" ").map((name) => {
      const stop = new AbortController();
      return { stop, response: fetch(home.href + name, { signal: stop.signal }) };
    });
  }

  try {
    const key = `bearings:${home.pathname.replaceAll(":", "%3A")}:`;
    // Keeps room for "You were reading" before anything is painted.
    if ("resumes" in said && localStorage.getItem(`${key}place`)) said.returning = "";
    // What was chosen in the settings: `state/settings.rs`. Written, for then the browser waits for
    // the rules before it paints; who has chosen nothing does not fetch them.
    const look = localStorage.getItem(`${key}settings`)?.match(/"look":"([^"]+)/);
    if (look) {
      said.look = look[1];
      document.write(`<link rel=stylesheet href=${home.href}look-${said.build}.css>`);
    }
  } catch {
    // Storage is blocked: nothing is kept.
  }

  addEventListener(
    "click",
    (event) => {
      if ("ready" in said || !(event.target instanceof Element)) return;
      const control = event.target.closest("[data-needs-app]");
      if (!control) return;
      // The last one counts.
      document.querySelector("[data-waiting]")?.removeAttribute("data-waiting");
      control.setAttribute("data-waiting", "");
    },
    true,
  );
})();
