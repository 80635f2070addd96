// Keeps the files that the page asks the browser to save, and saves none: `window.__files`.
window.__files = [];
addEventListener(
  "click",
  (event) => {
    const link = event.target.closest("a[download]");
    if (link === null) return;
    event.preventDefault();
    const file = { name: link.download, text: null };
    window.__files.push(file);
    fetchBlob(link.href).then((text) => (file.text = text));
  },
  true,
);
// The policy of the page forbids to fetch a blob; the blob itself is at hand where it is made.
const blobs = new Map();
const make = URL.createObjectURL;
URL.createObjectURL = (blob) => {
  const url = make.call(URL, blob);
  blobs.set(url, blob);
  return url;
};
const fetchBlob = (url) => blobs.get(url).text();
