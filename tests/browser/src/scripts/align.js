// Scrolls so that the second line of a block near the middle of the text stands at the top of what
// can be read, and says which line that is. Used as a function body; see `position.rs`.
const article = document.getElementById("article");
const top = READING_TOP();
const middle = document.documentElement.scrollHeight / 2;

/** The first character of the second line of a block, as an offset into its text. */
const secondLine = (block) => {
  const text = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let before = 0;
  let first = null;
  for (let node = text.nextNode(); node; before += node.data.length, node = text.nextNode()) {
    for (let at = 0; at < node.data.length; at++) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      if (box.width === 0 || !node.data[at].trim()) continue;
      first ??= box.bottom;
      if (box.top > first - 2) return { offset: before + at, top: box.top };
    }
  }
  return null;
};

const blocks = [...article.querySelectorAll("p[id], li[id]")]
  .filter((block) => !block.closest("footer, .page-terms, header, details, [popover]"))
  .filter((block) => scrollY + block.getBoundingClientRect().top > middle * 0.6);
for (const block of blocks) {
  const line = secondLine(block);
  if (!line) continue;
  scrollTo({ top: Math.round(scrollY + line.top - top), behavior: "instant" });
  return { block: block.id, offset: line.offset };
}
return null;
