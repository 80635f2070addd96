// Names what makes a document wider than its window. Argument: a frame, or nothing for the page.
const doc = arguments[0]?.contentDocument ?? document;
const root = doc.documentElement;
const width = root.clientWidth;
if (root.scrollWidth <= width) return [];
const scrolls = (e) =>
  e !== root && e !== doc.body && ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX);
const inScroller = (e) => {
  for (let up = e.parentElement; up; up = up.parentElement) if (scrolls(up)) return true;
  return false;
};
const name = (e) =>
  `<${e.localName}${e.id ? " id=" + e.id : ""} class="${e.getAttribute("class") ?? ""}"> to ${Math.round(e.getBoundingClientRect().right)}`;
const wide = [...doc.body.querySelectorAll("*")]
  .filter((e) => e.getBoundingClientRect().right > width + 0.5 && !inScroller(e))
  .map(name);
return [`scrolls to ${root.scrollWidth} px in ${width} px`, ...wide.slice(0, 5)];
