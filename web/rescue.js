// @ts-check
// Loaded by `boot.js` when the app has stopped for good. Nothing that is typed from then on would be
// kept, so this says what happened and holds out the words that stand in the fields.
//
// `prerender` puts WORDS, the sentences, above.

/* global WORDS */

/** What stands in the fields that a person writes in. */
const written = () =>
  [...document.querySelectorAll("textarea")]
    .map(({ value }) => value.trim())
    .filter(Boolean)
    .join("\n\n");

/** @param {string} text */
const save = (text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = WORDS.file;
  document.body.append(link);
  link.click();
  link.remove();
};

export const rescue = () => {
  const note = document.createElement("div");
  const said = document.createElement("p");
  const ways = document.createElement("div");
  /** @param {string} name @param {string} words @param {() => unknown} act */
  const offer = (name, words, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset[name] = "";
    button.textContent = words;
    button.addEventListener("click", act);
    ways.append(button);
  };
  const hasWords = Boolean(written());
  // What the app had set answers no more.
  onbeforeunload = hasWords ? (event) => event.preventDefault() : null;
  if (hasWords) {
    const copied = () => {
      said.textContent = WORDS.copied;
    };
    const copy = () => navigator.clipboard.writeText(written()).then(copied, () => save(written()));
    // Only offered where the page came over a safe connection.
    if (navigator.clipboard) offer("stoppedCopy", WORDS.copy, copy);
    offer("stoppedSave", WORDS.save, () => save(written()));
  }
  offer("stoppedReload", WORDS.reload, () => location.reload());
  said.textContent = hasWords ? `${WORDS.text} ${WORDS.words}` : WORDS.text;
  note.className = "notice";
  note.dataset.stoppedNote = "";
  note.setAttribute("role", "alert");
  ways.className = "notice-ways";
  note.append(said, ways);
  document.body.append(note);
};
