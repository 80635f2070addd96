// @ts-check
// On the not-found page, which a host may show at any depth: looks for the folder that holds
// the site, and mends the links. Without it the page still says what happened.
(() => {
  if (location.protocol === "file:") return;
  /** @param {string} folder */
  const isHome = (folder) =>
    fetch(`${folder}CATALOG`, { method: "HEAD" }).then(
      // Some hosts say 200 and show a page, whatever is asked for.
      (answer) => answer.ok && !answer.headers.get("content-type")?.includes("html"),
      () => false,
    );
  const find = async () => {
    const parts = location.pathname.split("/").slice(0, -1);
    for (let depth = parts.length; depth > 0; depth -= 1) {
      const folder = `${parts.slice(0, depth).join("/")}/`;
      if (await isHome(folder)) return folder;
    }
    return "/";
  };
  addEventListener("DOMContentLoaded", async () => {
    const folder = await find();
    for (const link of document.querySelectorAll("a[href]")) {
      const href = link.getAttribute("href") || "";
      if (!href.startsWith("#")) link.setAttribute("href", folder + href);
    }
    document.documentElement.dataset.home = folder;
  });
})();
