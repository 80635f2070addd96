// Where the line with a given character stands, measured from the top of what can be read, and how
// high a line is. Arguments: the id of the block, the offset into its text.
const [id, offset] = arguments;
const block = document.getElementById(id);
if (!block) return null;
const text = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
let before = 0;
for (let node = text.nextNode(); node; before += node.data.length, node = text.nextNode()) {
  if (offset >= before + node.data.length) continue;
  const range = document.createRange();
  range.setStart(node, offset - before);
  range.setEnd(node, offset - before + 1);
  const box = range.getBoundingClientRect();
  return { y: box.top - READING_TOP(), height: box.height, character: node.data[offset - before] };
}
return null;
