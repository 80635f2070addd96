// What the browser sees of a load, kept for the bench. Runs before anything of the page.
// `__benchTell` is put there by the bench.
(() => {
  const bench = { origin: performance.timeOrigin, paint: null, ready: null, shifts: [], tasks: [], next: null };
  self.__bench = bench;
  const keep = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  keep("paint", (entry) => {
    if (entry.name === "first-contentful-paint") bench.paint = entry.startTime;
  });
  keep("layout-shift", (entry) => {
    if (!entry.hadRecentInput) bench.shifts.push([entry.startTime, entry.value]);
  });
  keep("longtask", (entry) => bench.tasks.push([entry.startTime, entry.duration]));
  new MutationObserver((_, observer) => {
    if (!document.documentElement?.hasAttribute("data-ready")) return;
    bench.ready = performance.now();
    observer.disconnect();
    __benchTell("ready");
  }).observe(document, { attributes: true, attributeFilter: ["data-ready"], subtree: true });
})();
