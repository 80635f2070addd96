// Runs every rule of axe-core, those that are off by default included, and names each violation.
// With forced colours Chromium paints others than it tells a script, so contrast is not judged there.
const rules = Object.fromEntries(axe.getRules().map((rule) => [rule.ruleId, { enabled: true }]));
if (matchMedia("(forced-colors: active)").matches)
  for (const rule of ["color-contrast", "color-contrast-enhanced"]) rules[rule].enabled = false;
return axe.run(document, { rules, resultTypes: ["violations"] }).then(({ violations }) =>
  violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id}: ${node.target.flat().join(" ")}\n            ${violation.help}: ${
          [...node.any, ...node.all, ...node.none].map((c) => c.message).join("; ").slice(0, 300)
        }\n            ${node.html.slice(0, 160)}`,
    ),
  ),
);
