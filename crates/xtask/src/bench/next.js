// Gets ready for the tap on "Next": brings the link into view, gives its middle once the page has
// come to rest, and notes when the new heading is there and when it has been painted.
(() => {
  const link = document.querySelector("a[rel=next]");
  const heading = () => document.querySelector("h1")?.textContent;
  const before = heading();
  const next = { clicked: null, shown: null, painted: null };
  self.__bench.next = next;
  addEventListener("click", (event) => (next.clicked = event.timeStamp), { capture: true, once: true });
  const observer = new MutationObserver(() => {
    const now = heading();
    if (!now || now === before) return;
    observer.disconnect();
    next.shown = performance.now();
    // The frame after the one with the new text: by then the text is on the screen.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        next.painted = performance.now();
        __benchTell("next");
      }),
    );
  });
  observer.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  link.scrollIntoView({ block: "center", behavior: "instant" });
  return new Promise((resolve) =>
    setTimeout(() => {
      const box = link.getBoundingClientRect();
      resolve([box.left + box.width / 2, box.top + box.height / 2]);
    }, 600),
  );
})();
