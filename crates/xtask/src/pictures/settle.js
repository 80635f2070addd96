// Waits until the page is as it will stay, and brings what the picture is about into view.
async (about) => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  // At first there is no element at all.
  while (!document.documentElement?.hasAttribute("data-ready")) await frame();
  await document.fonts.ready;
  if (about) {
    const top = document.querySelector(about).getBoundingClientRect().top;
    scrollTo({ top: Math.round(scrollY + top) - 88, behavior: "instant" });
  }
  await frame();
  await frame();
}
