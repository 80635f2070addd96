// The first script of every page under test: keeps what would otherwise scroll by in a console.
// A browser journey reads `window.__captured` and expects it to be empty.
(() => {
  /** @type {{kind: string, text: string}[]} */
  const captured = [];
  Object.defineProperty(window, "__captured", { value: captured });

  // `name: message`, then where: the stack of Chromium begins with both, those of Firefox and WebKit
  // have neither.
  /** @param {Error} error */
  const told = (error) => {
    const what = String(error);
    const stack = error.stack ?? "";
    return stack.startsWith(what) ? stack : `${what}\n${stack}`.trimEnd();
  };

  /** @param {string} kind @param {unknown[]} parts */
  const keep = (kind, parts) => {
    const text = parts.map((part) => (part instanceof Error ? told(part) : String(part)));
    captured.push({ kind, text: text.join(" ") });
  };

  for (const kind of /** @type {("error" | "warn")[]} */ (["error", "warn"])) {
    const original = console[kind];
    console[kind] = (...parts) => {
      keep(`console.${kind}`, parts);
      original.apply(console, parts);
    };
  }

  // Capturing: the failure of a script, style or picture to load does not bubble.
  window.addEventListener(
    "error",
    (event) => {
      const source = event.target;
      if (source instanceof Element) {
        const address = source.getAttribute("src") || source.getAttribute("href");
        keep("load", [`<${source.localName}> ${address} could not be loaded`]);
      } else {
        keep("error", [event.error || event.message]);
      }
    },
    true,
  );
  window.addEventListener("unhandledrejection", (event) => keep("rejection", [event.reason]));
  document.addEventListener("securitypolicyviolation", (event) =>
    keep("policy", [`${event.effectiveDirective} blocked ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber}`]),
  );
})();
