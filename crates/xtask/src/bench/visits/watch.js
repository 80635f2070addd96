// What the service worker says through the page, kept for the bench: `<html data-offline>` and
// `<html data-update>`. Runs after `../watch.js`.
(() => {
  const root = () => document.documentElement?.dataset ?? {};
  new MutationObserver(() => {
    if (root().offline === "saved" && self.__bench.saved === undefined) {
      self.__bench.saved = performance.now();
      __benchTell("saved");
    }
    if (root().offline === "failed") __benchTell("failed");
    if ("update" in root()) __benchTell("update");
  }).observe(document, { attributes: true, attributeFilter: ["data-offline", "data-update"], subtree: true });
})();
