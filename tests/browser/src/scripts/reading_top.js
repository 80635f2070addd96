// Put before the scripts that need it: where what can be read begins, below anything that stays
// fixed at the top of the window.
const READING_TOP = () => {
  const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const fixed = [...document.body.querySelectorAll("header, nav, div")]
    .filter((e) => ["fixed", "sticky"].includes(getComputedStyle(e).position))
    .map((e) => e.getBoundingClientRect())
    .filter((box) => box.top <= 0 && box.bottom > 0 && box.bottom < innerHeight / 2)
    .map((box) => box.bottom);
  return Math.max(padding || 0, 0, ...fixed);
};
