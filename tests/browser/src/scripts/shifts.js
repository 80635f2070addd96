// Every shift of the layout since the page was loaded that the person did not cause.
return new Promise((done) => {
  const name = (node) =>
    node instanceof Element ? `<${node.localName} id="${node.id}" class="${node.className}">` : "text";
  const shifts = [];
  const keep = (list) => {
    for (const entry of list) {
      if (entry.value === 0) continue;
      const sources = entry.sources.map(
        (s) => `${name(s.node)} from ${Math.round(s.previousRect.top)} to ${Math.round(s.currentRect.top)}`,
      );
      shifts.push(`${entry.value.toFixed(4)} at ${Math.round(entry.startTime)} ms: ${sources.join(", ")}`);
    }
  };
  const observer = new PerformanceObserver((list) => keep(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      setTimeout(() => {
        keep(observer.takeRecords());
        done(shifts);
      }, 0),
    ),
  );
});
